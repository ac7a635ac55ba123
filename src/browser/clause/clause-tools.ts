/** What is offered at a clause, in the browser: its history, its citation, its link, a print of it alone. */
import { type Cited, citationHtml, citedClause, plainCitation } from '../../site/formats/citation.ts';
import { make } from '../elements.ts';
import { announce } from './announce.ts';
import { firstWords, nameOf, numberOf } from './clause-name.ts';
import { copyText, startCopyButtons, tell } from './copy.ts';
import { printAlone } from './print-clause.ts';

/** @param article bears the citation of the agreement as data */
export function clauseTools(article: HTMLElement, clause: HTMLElement): HTMLElement {
	const panel = make('div', 'clause-tools');
	Object.assign(panel, { lang: 'en', dir: 'ltr', role: 'group', ariaLabel: nameOf(clause) });
	const cited = citedHere(article, clause);
	const history = opener('History', (body) => openHistory(article, clause, body));
	const source = opener('Cite', (body) => {
		body.innerHTML = citationHtml(cited);
		startCopyButtons(body);
	});
	const share = button('Copy link', () => void copyLink(share));
	const print = button('Print', () => printAlone(article, clause, panel));
	const line = make('p', 'tools');
	line.append(history.button, source.button, share, print);
	panel.append(line, history.body, source.body, make('p', 'proof', plainCitation(cited)));
	return panel;
}

function citedHere(article: HTMLElement, clause: HTMLElement): Cited {
	const cited = JSON.parse(article.dataset.cited ?? '{}') as Cited;
	return citedClause(cited, clause.id, numberOf(clause), firstWords(clause));
}

interface Opener {
	readonly button: HTMLButtonElement;
	readonly body: HTMLElement;
}

/** A button and what it opens; filled at the first time. */
function opener(name: string, fill: (body: HTMLElement) => void): Opener {
	const body = make('div', 'opened');
	body.hidden = true;
	const toggle = button(name, () => {
		if (body.childElementCount === 0 || body.dataset.failed !== undefined) fill(body);
		body.hidden = !body.hidden;
		toggle.ariaExpanded = String(!body.hidden);
	});
	toggle.ariaExpanded = 'false';
	return { button: toggle, body };
}

function button(name: string, act: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.textContent = name;
	made.addEventListener('click', act);
	return made;
}

/** The code that reads ledgers is loaded when somebody asks for a history. */
async function openHistory(article: HTMLElement, clause: HTMLElement, body: HTMLElement): Promise<void> {
	body.replaceChildren(make('p', '', 'Loading the history …'));
	delete body.dataset.failed;
	try {
		const { drawHistory } = await import('./clause-history-panel.ts');
		announce(await drawHistory(article, clause.id, body));
	} catch (error) {
		body.dataset.failed = '';
		const way = 'The changes that the margin names are there without it.';
		body.replaceChildren(make('p', '', `The history could not be loaded (${String(error)}). ${way}`));
	}
}

async function copyLink(source: HTMLButtonElement): Promise<void> {
	const done = await copyText(location.href);
	tell(source, done ? 'Link copied' : 'Copy it from the address bar');
	announce(done ? 'Link copied' : 'The browser did not let the page copy the link');
}
