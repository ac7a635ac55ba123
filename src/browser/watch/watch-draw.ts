/** Draws the watchlist: what changed by day, what is watched, what was found to watch. Names become text nodes, so they cannot act. */
import type { ListedChange } from '../../site/watch/changes-json.ts';
import { type Choice, type Choices, fullName } from '../../site/watch/watch-choices.ts';
import type { WatchItem } from '../../site/watch/watch-list.ts';
import type { NewsDay } from '../../site/watch/watch-news.ts';
import { counted, unbroken } from '../../text/counts-in-words.ts';
import { dayInWords, weekday } from '../../text/days-in-words.ts';
import { link, make, nameElement } from '../elements.ts';

/** Draws for one site, whose addresses begin with the path of its home page. */
export interface Drawing {
	readonly home: string;
	/** Null while they could not be loaded: then topics are told by their short names. */
	readonly choices: Choices | null;
}

export function drawDay(drawing: Drawing, { day, changes }: NewsDay): HTMLElement {
	const label = make('div', 'margin');
	const date = make('time', '', dayInWords(day));
	date.setAttribute('datetime', day);
	const line = make('p');
	line.append(date);
	label.append(make('p', 'watch-weekday', weekday(day)), line);
	const column = make('div', 'col');
	column.append(...changes.map((change) => drawChange(drawing, change)));
	const section = make('section', 'row day');
	section.append(label, column);
	return section;
}

function drawChange(drawing: Drawing, change: ListedChange): HTMLElement {
	const { home } = drawing;
	const name = make('h3', 'name');
	name.append(nameLink(`${home}${change.url}`, change.platform, change.agreement));
	const agreement = change.url.split('/').slice(0, 2).join('/');
	const places = make('p', 'small');
	places.append(...topicsOf(drawing, change), link(`${home}${agreement}/`, 'The agreement today'));
	const entry = make('article', 'entry');
	entry.append(name, make('p', 'what', unbroken(change.sentence)), places);
	return entry;
}

/** "Found by a program: AI training, arbitration." */
function topicsOf({ home, choices }: Drawing, { topics }: ListedChange): (Node | string)[] {
	if (topics.length === 0) return [];
	const links = topics.map((topic) => {
		const name = choices?.byPath.get(`topics/${topic}`)?.name ?? topic;
		return link(`${home}topics/${topic}/`, name);
	});
	return [
		'Found by a program: ',
		...links.flatMap((one, index) => (index === 0 ? [one] : [', ', one])),
		'. ',
	];
}

/** One watched item with a way to take it off. */
export function drawWatched({ home, choices }: Drawing, item: WatchItem): HTMLElement {
	const choice = choices?.byPath.get(item.path);
	const row = make('li');
	if (choice !== undefined) row.append(choiceLink(home, choice));
	else row.append(nameElement(item.name));
	row.append(' ', removeButton(item));
	if (choices !== null && choice === undefined)
		row.append(make('p', 'small', 'No longer in the archive under this address.'));
	return row;
}

function removeButton(item: WatchItem): HTMLElement {
	const button = make('button', 'watch-act', 'Remove');
	button.setAttribute('type', 'button');
	button.dataset.remove = item.path;
	button.append(make('span', 'hidden', ` ${item.name}`));
	return button;
}

/** One choice that was found, with a button that is pressed while it is watched. */
export function drawChoice({ home }: Drawing, choice: Choice, watched: boolean): HTMLElement {
	const button = make('button', 'watch-act', 'Watch');
	button.setAttribute('type', 'button');
	button.setAttribute('aria-pressed', String(watched));
	button.dataset.toggle = choice.path;
	button.append(make('span', 'hidden', ` ${choice.platform} ${choice.name}`));
	const row = make('li');
	const what = make('p');
	what.append(choiceLink(home, choice), ' ', make('span', 'small', kindInWords(choice)));
	row.append(what, button);
	return row;
}

function kindInWords({ kind, agreements }: Choice): string {
	if (kind === 'on') return 'topic at a platform';
	return kind === 'platform' ? counted(agreements, 'agreement') : kind;
}

function choiceLink(home: string, choice: Choice): HTMLElement {
	const { kind, path, platform, name } = choice;
	const [first, second] = kind === 'agreement' ? [platform, name] : [fullName(choice), ''];
	const made = nameLink(`${home}${path}/`, first, second);
	made.className = 'watch-name';
	return made;
}

/** Platform in bold with its agreement, as everywhere. */
function nameLink(address: string, platform: string, agreement: string): HTMLAnchorElement {
	const made = link(address);
	made.append(nameElement(platform));
	if (agreement === '') return made;
	const rest = make('span');
	rest.append(nameElement(agreement));
	made.append(' ', rest);
	return made;
}
