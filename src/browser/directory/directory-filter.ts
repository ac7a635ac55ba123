/** Narrows the directory of platforms to names that hold what is typed, and to those with a kind of agreement. */
import { isWanted, simplified } from '../../site/overview/directory-filter.ts';
import { counted } from '../../text/counts-in-words.ts';
import { part } from '../elements.ts';

const form = document.querySelector<HTMLFormElement>('[data-directory-filter]');
if (form !== null) start(form);

function start(form: HTMLFormElement): void {
	const name = part<HTMLInputElement>('input', form);
	const kind = part<HTMLSelectElement>('select', form);
	const status = part<HTMLElement>('[data-directory-status]', form);
	const sections = [...document.querySelectorAll<HTMLElement>('.letter')].map((section) => ({
		section,
		jump: document.querySelector<HTMLElement>(`.letters a[href="#${section.id}"]`),
		lines: [...section.querySelectorAll<HTMLElement>('.directory > li')].map((line) => ({
			line,
			name: simplified(line.querySelector('h3 a')?.textContent ?? ''),
			kinds: (line.dataset.kinds ?? '').split(' '),
		})),
	}));
	const total = sections.reduce((sum, { lines }) => sum + lines.length, 0);
	const narrow = (): void => {
		let shown = 0;
		for (const { section, jump, lines } of sections) {
			const before = shown;
			for (const { line, ...platform } of lines) {
				line.hidden = !isWanted(platform, name.value, kind.value);
				if (!line.hidden) shown++;
			}
			section.hidden = shown === before;
			jump?.parentElement?.toggleAttribute('hidden', section.hidden);
		}
		status.textContent = shown === total ? '' : `${counted(shown, 'platform')} of ${total}`;
	};
	form.hidden = false;
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('input', narrow);
	// The way back brings what was typed with it.
	addEventListener('pageshow', narrow);
	narrow();
}
