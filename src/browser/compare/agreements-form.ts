/** The form in which a reader chooses two agreements, and the address that says which. */
import { type Choice, type Choices, readChoices } from '../../site/watch/watch-choices.ts';
import { part } from '../elements.ts';

export interface AgreementPair {
	/** `pellmell/privacy-policy`; empty where none is chosen. */
	readonly a: string;
	readonly b: string;
	/** Empty for what is usual. */
	readonly by: 'clause' | 'topic' | '';
}

const form = part<HTMLFormElement>('[data-pair]');
const platforms = part<HTMLAnchorElement>('[data-platforms]');
const platformsAddress = platforms.href;
const names = ['a', 'b'] as const;
type Name = (typeof names)[number];

/** @throws Error where they cannot be had or read */
export async function loadChoices(): Promise<Choices> {
	const answer = await fetch(form.dataset.choices ?? '');
	if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
	const choices = readChoices(await answer.json());
	if (choices === null) throw new Error('the page is older than its data: load it anew');
	return choices;
}

/** An agreement that the address names and the archive does not have leaves its field open; a platform alone is chosen. */
export function readPair({ byPath }: Choices): AgreementPair {
	const parameters = new URLSearchParams(location.search);
	const [a = '', b = ''] = names.map((name) => {
		const path = parameters.get(name) ?? '';
		return ['platform', 'agreement'].includes(byPath.get(path)?.kind ?? '') ? path : '';
	});
	const by = parameters.get('by');
	return { a, b, by: by === 'clause' || by === 'topic' ? by : '' };
}

/** @param draw what is chosen from now on */
export function startPairForm(choices: Choices, draw: (pair: AgreementPair) => void): void {
	form.hidden = false;
	for (const name of names) {
		const platform = select(`${name}-platform`);
		const path = readPair(choices)[name];
		platform.value = path.split('/')[0] ?? '';
		offerAgreements(choices, name, path);
		platform.addEventListener('change', () => offerAgreements(choices, name, ''));
	}
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', ({ target }) => {
		const pair = chosen(target instanceof HTMLInputElement && target.name === 'by');
		writeAddress(pair);
		draw(pair);
	});
}

/** Of a platform with one agreement that one is chosen. */
function offerAgreements({ byPath }: Choices, name: Name, path: string): void {
	const platform = select(`${name}-platform`).value;
	const own = [...byPath.values()].filter(
		(choice) => choice.kind === 'agreement' && choice.path.startsWith(`${platform}/`),
	);
	const field = select(name);
	field.disabled = own.length === 0;
	field.replaceChildren(new Option('Choose …', ''), ...own.map(optionOf));
	field.value = own.length === 1 ? (own[0]?.path ?? '') : path;
	if (field.selectedIndex === -1) field.value = '';
}

function optionOf({ name, path }: Choice): HTMLOptionElement {
	return new Option(name, path);
}

/** @param byHand whether the reader chose between clauses and topics: another agreement is shown in its usual way */
function chosen(byHand: boolean): AgreementPair {
	const by = new FormData(form).get('by');
	const [a, b] = [select('a').value, select('b').value];
	return { a, b, by: byHand && (by === 'clause' || by === 'topic') ? by : '' };
}

/** In the form and in the link to the platforms. */
export function showPair({ a, b, by }: AgreementPair): void {
	for (const field of form.querySelectorAll<HTMLInputElement>('input[name="by"]'))
		field.checked = field.value === by;
	const [one = '', other = ''] = [a, b].map((path) => path.split('/')[0]);
	const named = one !== '' && other !== '' && one !== other;
	platforms.href = named ? `${platformsAddress}?a=${one}&b=${other}` : platformsAddress;
}

function writeAddress({ a, b, by }: AgreementPair): void {
	const parts = [a && `a=${a}`, b && `b=${b}`, by && `by=${by}`].filter((part) => part !== '');
	history.replaceState(null, '', `?${parts.join('&')}`);
}

function select(name: string): HTMLSelectElement {
	return form.elements.namedItem(name) as HTMLSelectElement;
}
