/** Says to who hears the page what a script did on it. */
import { make } from '../elements.ts';

/** There before the first word: a region that comes with its words is not read aloud. */
const region = make('p', 'hidden');
region.role = 'status';
document.querySelector('main')?.append(region);

export function announce(words: string): void {
	region.textContent = words;
}
