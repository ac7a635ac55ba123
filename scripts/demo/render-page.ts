/** Draws the page that a platform's site shows at one moment: the agreement, and all that stands around one on the web. */
import { createHash } from 'node:crypto';
import { marked } from 'marked';
import { numberClauses } from './clause-numbers.ts';
import type { DemoAgreement, DemoPlatform, Revision } from './demo-platforms.ts';
import { type PageParts, pageDesigns } from './page-designs.ts';
import { curlQuotes } from './text-edits.ts';
import { formatUnits, type Units } from './text-units.ts';

export interface PageMoment {
	readonly platform: DemoPlatform;
	readonly agreement: DemoAgreement;
	readonly revision: Revision;
	/** `YYYY-MM-DD`, UTC. */
	readonly day: string;
	/** How often the page was asked for on this day: the menu's links differ each time. */
	readonly visit: number;
}

/** The whole page, as long as the revision's fault lets one see it. */
export function renderPage(moment: PageMoment): string {
	const { platform, agreement, revision, day, visit } = moment;
	const updated = updatedLine(revision, languageOf(moment));
	const inside = agreement.updated === 'inside' ? `<p class="updated">${updated}</p>\n` : '';
	const parts: PageParts = {
		language: languageOf(moment),
		title: title(revision.units),
		platform,
		address: agreement.address,
		menu: [...platform.menu, ...revision.menu],
		token: token(agreement.address, day, `${visit}`),
		year: day.slice(0, 4),
		updatedOutside: agreement.updated === 'outside' ? updated : '',
		text: revision.fault === 'empty' ? '' : `${inside}${agreementHtml(moment)}`,
	};
	return pageDesigns[platform.design].render(parts);
}

/** The text as the page shows it, clause numbers filled in, as Markdown. */
export function agreementMarkdown({ platform, agreement, revision, day }: Omit<PageMoment, 'visit'>): string {
	return withToken(numberedMarkdown(platform, agreement, revision), agreement, day);
}

function agreementHtml({ platform, agreement, revision, day }: PageMoment): string {
	const known = rendered.get(revision);
	const html = known ?? markdownToHtml(numberedMarkdown(platform, agreement, revision));
	rendered.set(revision, html);
	return withToken(html, agreement, day);
}

/** Most pages are asked for many times between two revisions. */
const rendered = new WeakMap<Revision, string>();

function markdownToHtml(markdown: string): string {
	let section = 0;
	return marked.parse(markdown, { async: false }).replaceAll('<h2>', () => `<h2 id="section-${++section}">`);
}

function numberedMarkdown(platform: DemoPlatform, agreement: DemoAgreement, revision: Revision): string {
	const numbered = numberClauses(revision.units, agreement.numbering, `${agreement.address} ${revision.on}`);
	const shown = revision.fault === 'cut-short' ? firstSection(numbered) : numbered;
	return formatUnits(platform.quotes === 'curly' ? shown.map(curlQuotes) : shown);
}

/** A parameter inside the agreement's own links that differs from day to day, though not within one. */
function withToken(text: string, { address }: DemoAgreement, day: string): string {
	return text.replaceAll('%ref%', token(address, day, 'text'));
}

function firstSection(units: Units): Units {
	const headings = units.flatMap((unit, index) => (unit.startsWith('## ') ? [index] : []));
	return units.slice(0, headings[1]);
}

function title(units: Units): string {
	return units[0].replace(/^# /, '');
}

/** A site that serves its English page to everyone says so in the page's language as well. */
function languageOf({ platform, revision }: PageMoment): 'en' | 'de' {
	return platform.language === 'de' && revision.class === 'language' ? 'en' : platform.language;
}

function updatedLine({ dated, holds }: Revision, language: 'en' | 'de'): string {
	const locale = { en: 'en-GB', de: 'de-DE' }[language];
	const inWords = (day: string): string =>
		new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
	const [updated, effective] = language === 'de' ? ['Stand', 'Gültig ab'] : ['Last updated', 'Effective'];
	return `${updated}: ${inWords(dated)}${holds === null ? '' : `. ${effective}: ${inWords(holds)}`}`;
}

/** Looks like the random marks that sites put into links, yet comes out the same on every run of the demonstration. */
function token(...parts: readonly string[]): string {
	return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 10);
}
