/** Three ways in which sites put an agreement on the web, with the furniture that a capture has to see through. */
import type { DemoPlatform } from './demo-platforms.ts';

export interface PageParts {
	readonly language: 'en' | 'de';
	readonly title: string;
	readonly platform: DemoPlatform;
	readonly address: string;
	readonly menu: readonly string[];
	/** A mark that differs with every request. */
	readonly token: string;
	readonly year: string;
	/** "Last updated" for above the captured part, or empty. */
	readonly updatedOutside: string;
	/** HTML. */
	readonly text: string;
}

interface PageDesign {
	/** What a declaration says of pages of this design. */
	readonly select: string;
	readonly remove?: readonly string[];
	render(parts: PageParts): string;
}

const words = {
	en: {
		cookies: 'We use cookies to keep the site running and, if you agree, to count visits.',
		accept: 'Accept all',
		refuse: 'Only what is necessary',
		print: 'Print this page',
		helpful: 'Was this page helpful?',
		contents: 'On this page',
		home: 'Home',
		legal: 'Legal',
		rights: 'All rights reserved.',
	},
	de: {
		cookies: 'Wir verwenden Cookies, um die Seite zu betreiben und, mit Ihrer Zustimmung, Besuche zu zählen.',
		accept: 'Alle annehmen',
		refuse: 'Nur notwendige',
		print: 'Seite drucken',
		helpful: 'War diese Seite hilfreich?',
		contents: 'Auf dieser Seite',
		home: 'Startseite',
		legal: 'Rechtliches',
		rights: 'Alle Rechte vorbehalten.',
	},
} as const;

export const pageDesigns: Readonly<Record<DemoPlatform['design'], PageDesign>> = {
	app: { select: 'main#legal', remove: ['.page-tools'], render: renderApp },
	press: { select: '#content .entry', render: renderPress },
	portal: { select: 'article.document', remove: ['.document-tools', 'form.feedback'], render: renderPortal },
};

/** A young site: landmarks, a table of contents beside the text, state for its scripts in the page. */
function renderApp(parts: PageParts): string {
	const say = words[parts.language];
	return html(
		parts,
		'<link rel="stylesheet" href="/assets/app.css">',
		`<a class="skip" href="#legal">Skip to content</a>
${cookieBanner(parts)}
<header class="bar"><a class="brand" href="/?ref=${parts.token}">${parts.platform.name}</a>${menu(parts, '/')}</header>
<div class="layout">
<aside class="toc"><h2>${say.contents}</h2>${contents(parts.text)}</aside>
<div class="column">
${outside(parts)}
<main id="legal" class="prose">
<div class="page-tools"><button type="button" onclick="print()">${say.print}</button></div>
${parts.text}
</main>
</div>
</div>
${footer(parts, '/')}
<script>window.__STATE__=${JSON.stringify({ session: parts.token, locale: parts.language })}</script>`,
	);
}

/** An old site: a base address, relative links and boxes within boxes. */
function renderPress(parts: PageParts): string {
	const say = words[parts.language];
	const base = new URL('.', parts.address).href;
	return html(
		parts,
		`<base href="${base}">\n<link rel="stylesheet" href="../style.css">`,
		`<div id="wrap"><div id="head"><div class="logo"><a href="../?ref=${parts.token}">${parts.platform.name}</a></div>${menu(parts, '../')}</div>
<div id="main"><div id="side"><h3>${say.legal}</h3><ul><li><a href="./?s=${parts.token}">${say.home}</a></li></ul></div>
<div id="content"><div class="crumbs"><a href="../?c=${parts.token}">${say.home}</a> &raquo; ${say.legal}</div>
${outside(parts)}
<div class="box"><div class="entry">${parts.text}</div></div></div></div>
${footer(parts, '../')}</div>
${cookieBanner(parts)}`,
	);
}

/** A site built by a content system: the captured article holds a few things that are not the agreement. */
function renderPortal(parts: PageParts): string {
	const say = words[parts.language];
	return html(
		parts,
		`<meta name="generator" content="Quillwright 4">\n<link rel="canonical" href="${parts.address}">`,
		`<header role="banner"><p class="name"><a href="/">${parts.platform.name}</a></p>${menu(parts, '/')}</header>
<section class="page">
${outside(parts)}
<article class="document" lang="${parts.language}">
<ul class="document-tools"><li><a href="${parts.address}?print=${parts.token}">${say.print}</a></li></ul>
${parts.text}
${parts.text === '' ? '' : `<form class="feedback" action="/feedback?page=${parts.token}" method="post"><p>${say.helpful}</p></form>`}
</article>
</section>
${footer(parts, '/')}
${cookieBanner(parts)}`,
	);
}

function html({ language, title, platform }: PageParts, head: string, body: string): string {
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="${platform.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${platform.name}</title>
${head}
<script>(window.dataLayer=window.dataLayer||[]).push({page:"legal"})</script>
</head>
<body>
${body}
</body>
</html>
`;
}

function menu({ menu, token }: PageParts, root: string): string {
	const entries = menu.map(
		(entry) =>
			`<li><a href="${root}${encodeURIComponent(entry.toLowerCase())}?ref=${token}">${entry}</a></li>`,
	);
	return `<nav><ul>${entries.join('')}</ul></nav>`;
}

function contents(text: string): string {
	const entries = [...text.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(
		([, id, heading]) => `<li><a href="#${id}">${heading}</a></li>`,
	);
	return `<ol>${entries.join('')}</ol>`;
}

function outside({ updatedOutside }: PageParts): string {
	return updatedOutside === '' ? '' : `<p class="revised">${updatedOutside}</p>`;
}

function cookieBanner({ language, token }: PageParts): string {
	const say = words[language];
	return `<div class="consent" role="dialog" aria-label="Cookies" data-id="${token}"><p>${say.cookies}</p><button>${say.accept}</button><button>${say.refuse}</button></div>`;
}

function footer({ language, platform, year, token, address }: PageParts, root: string): string {
	const say = words[language];
	return `<footer><p>&copy; ${year} ${platform.company}. ${say.rights}</p><ul><li><a href="${address}?f=${token}">${say.legal}</a></li><li><a href="${root}?f=${token}">${say.home}</a></li></ul></footer>`;
}
