/** How the time that a work takes grows with its text: by processor time at doubled sizes, never by a time that a machine should keep. */

/** What attacks repeat: signs that begin something in Markdown, HTML, addresses or patterns, and blanks between words. */
export const attackUnits: readonly string[] = [
	...['—', '–', '-', '- ', '* ', '+ ', '> ', '# ', '#', '=', '---', '***'],
	...[
		'*',
		'**',
		'*a',
		'**a ',
		'_',
		'__a',
		'_a ',
		'**_',
		'~',
		'~~',
		'~~a',
		'~3',
		'`',
		'``a',
		'`a ',
		'\\',
		'\\*',
	],
	...[
		'[',
		']',
		'[]',
		'](',
		'[a](',
		'[a]',
		'[a](b)',
		'![',
		'![](a)',
		'[[a](b)',
		'(',
		')',
		'((',
		'(a) ',
		'{',
		'}',
	],
	...['|', '| a ', '| --- ', '|-', ' |', '\\|'],
	...[' ', '\t', ' \t', '\u00a0', '\u2003', '\u200b', '\n', '\n\n', ' \n', '  \n', '\r\n', ' x', 'x  '],
	...[
		'<',
		'<a',
		'<a ',
		'</',
		'<b>',
		'<!--',
		'-->',
		'<![CDATA[',
		'<a href="',
		'>',
		'&',
		'&#',
		'&#1',
		'&amp;',
		'&a',
	],
	...[
		'1',
		'1.',
		'1. ',
		'1.1.1',
		'1,',
		'1 ',
		'1%',
		'1/',
		'1) ',
		'§ ',
		'1 Jan',
		'12 January 2024 ',
		'2024-01-01 ',
	],
	...['.', '. ', '...', '. A', 'a.', 'A. ', 'e.g. ', 'No. ', '! ', '?', ',', ', ', ';', ': ', '; '],
	...['"', '“', '”', '“a” ', "'", '’s ', '«', '„'],
	...['http://', 'https://a.b/', 'www.', '@', 'a@', 'a@b.', '%', '%2', '?a=', '&a=', '/', '../', 'mailto:'],
	...['€', '$1', '$', '©', '°', '^', '¹', '1¹'],
	...[
		'a',
		'a ',
		'A',
		'Ab ',
		'a-',
		'word ',
		'We use cookies to ',
		'accept ',
		'Last updated ',
		'you agree to ',
		'terms ',
		'You may leave. ',
	],
	...[
		'。',
		'漢',
		'漢字。',
		'カ',
		'한',
		'ไ',
		'é',
		'e\u0301',
		'\u0301',
		'😀',
		'\u202e',
		'\u061c',
		'א',
		'ß',
		'İ',
	],
	...['\0', '\u0007', '\ufffd', '\ud800', 'function(', 'var a =', '.a {', ' ago', '1 day ago '],
];

/** Elements that attacks repeat, open or whole. */
export const attackMarkup: readonly string[] = [
	...[
		'<p>—</p>',
		'<p>a</p>',
		'<p>',
		'</p>',
		'<div>',
		'<div>a',
		'<span>',
		'<b>a',
		'<b>a</b>',
		'<i><b>',
		'<a href=x>',
	],
	...['<li>', '<li>a', '<ul><li>', '<ol><li>a', '<ul><li>a</li></ul>', '<dl><dt>a<dd>b', '<blockquote>'],
	...['<table>', '<td>', '<tr><td>a', '<table><tr><td>', '<td rowspan=99>', '<td colspan=99>'],
	...[
		'<br>',
		'<br> ',
		'<hr>',
		' <br>',
		'<p> ',
		'<p>&nbsp;',
		'&nbsp;',
		'<sup>1</sup>',
		'1<sup>2</sup>',
		'<sub>',
		'<q>',
	],
	...['<!--', '<!-- a -->', '<![CDATA[', '<?a', '<script>', '<style>', '<style>a{}</style>', '<template>'],
	...['<template shadowrootmode=open>', '<noscript>', '<iframe srcdoc="', '<textarea>', '<input value=a>'],
	...[
		'<select><option>a',
		'<form>',
		'<button>a',
		'<label>a',
		'<details><summary>a',
		'<svg>',
		'<math>',
		'<title>',
	],
	...['<h1>', '<h1>a</h1>', '<pre>', '<pre>\n', '<code>`', '<del>a', '<s>a</s>', '<del>', '<ins>a'],
	...[
		'<p style="white-space:pre">a  ',
		'<p style="display:none">',
		'<p hidden>',
		'<a name=x>',
		'<a href="//a.b/?c=d">e</a>',
	],
	...[
		'<p a',
		'<p a=',
		'<meta ',
		'<meta charset=a>',
		'<base href=a>',
		'<img alt="a">',
		'<font>',
		'<nobr>',
		'<frameset>',
	],
	...[
		'</div>',
		'</b>',
		'</a>',
		'</table>',
		'</li>',
		'&amp',
		'&#x',
		'&lt;',
		'<p>. A',
		'<p>1. ',
		'<p>| ',
		'<p>*',
		'<p>[',
	],
];

/** Gives a text of about as many characters. */
export type Shape = (unit: string, length: number) => string;

/** A unit as texts hold it: in one run, between words or before one, one a line, one a paragraph. */
export const textShapes: readonly Shape[] = [
	(unit, length) => `x${unit.repeat(length / unit.length)}x`,
	(unit, length) => `${unit.repeat(length / unit.length)}x`,
	(unit, length) => `${unit}\n`.repeat(length / (unit.length + 1)),
	(unit, length) => `${unit}\n\n`.repeat(length / (unit.length + 2)),
];

/** Of these, what tells apart most stages that read a text clause by clause: one long clause, and many short ones. */
export const clauseShapes: readonly Shape[] = [textShapes[0], textShapes[3]].filter(
	(shape) => shape !== undefined,
);

/** A unit in a page: as it is, in one paragraph, and in as many. */
export const pageShapes: readonly Shape[] = [
	(unit, length) => `<main>${unit.repeat(length / unit.length)}x</main>`,
	(unit, length) => `<main>${`<p>${unit} `.repeat(length / (unit.length + 4))}</main>`,
];

export interface Grown {
	/** Characters of the larger of two texts, of which the smaller is half. */
	readonly length: number;
	/** Milliseconds of the processor for both. */
	readonly half: number;
	readonly whole: number;
}

const smallest = 1_000;
const usual = 8_000;
/** Work that would take less at the usual size even if it grew with the square is let be. */
const nothing = 8;
/** Work that takes longer has shown how it grows. */
const enough = 40;
/** Twice the text takes twice the time, four times where it grows with the square; what lies between is measured again. */
const doubtful = 2.8;
const times = 4;
/**
 * What grows faster up to a bound of its own, or for as long as a young heap is filled, and then does not, is seen at the largest size, if
 * it comes so far in this time.
 */
const largest = 128_000;
const tooLong = 500;
/** A clock that counts in ticks tells apart twice and four times only of what took several of them. */
const measurable = 40;
const mostRuns = 40;

/**
 * @param textOf gives a text of about as many characters
 * @returns how the time grew where it grew faster than the text; null where it did not
 */
export function growsFaster(
	work: (text: string) => unknown,
	textOf: (length: number) => string,
): Grown | null {
	let half = timeOf(work, textOf(smallest));
	for (let length = 2 * smallest; length <= usual; length *= 2) {
		const whole = timeOf(work, textOf(length));
		if (whole > nothing && whole > doubtful * half) return grown(work, textOf, length);
		if (whole > enough || whole * (usual / length) ** 2 < nothing) return null;
		half = whole;
	}
	return null;
}

/** From a doubtful size on, until one is not. */
function grown(
	work: (text: string) => unknown,
	textOf: (length: number) => string,
	from: number,
): Grown | null {
	for (let length = from; ; length *= 2) {
		const found = confirmed(work, textOf, length);
		if (found === null || length >= largest || found.whole > tooLong) return found;
	}
}

/** The least of several times, each, as others use the machine too and code is slow at first. */
function confirmed(
	work: (text: string) => unknown,
	textOf: (length: number) => string,
	length: number,
): Grown | null {
	let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	work(textOf(length / 2));
	for (let time = 1; time <= times; time++) {
		half = Math.min(half, steadyTimeOf(work, textOf(length / 2)));
		whole = Math.min(whole, steadyTimeOf(work, textOf(length)));
		if (whole <= doubtful * half) return null;
		if (whole > tooLong) break;
	}
	return { length, half, whole };
}

/** The mean of as many runs as the clock can measure together. */
function steadyTimeOf(work: (text: string) => unknown, text: string): number {
	let spent = 0;
	for (let runs = 1; ; runs++) {
		spent += timeOf(work, text);
		if (spent >= measurable || runs === mostRuns) return spent / runs;
	}
}

/** Many machines count a thread's time in these, milliseconds. */
const tick = 4;

/** In milliseconds of this thread, so that whoever else uses the machine is not counted: by the clock, as far as the ticks bear it out. */
function timeOf(work: (text: string) => unknown, text: string): number {
	const before = process.threadCpuUsage();
	const start = performance.now();
	work(text);
	const passed = performance.now() - start;
	const { user, system } = process.threadCpuUsage(before);
	const ticked = (user + system) / 1000;
	return Math.max(ticked - tick, Math.min(ticked + tick, passed));
}
