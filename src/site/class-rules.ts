/** The rules of the classes in plain words, in the order in which they are tried. */
import type { ChangeClass } from '../model/change.ts';

interface ClassRule {
	readonly name: ChangeClass;
	readonly rule: string;
	readonly shown: string;
}

export const classRules: readonly ClassRule[] = [
	{ name: 'first', rule: 'The first version that the archive holds.', shown: 'Has a page; ranks low.' },
	{
		name: 'technical',
		rule: 'The archive’s way of reading the page changed, as its commit says.',
		shown: 'Folded.',
	},
	{
		name: 'flap',
		rule: 'The text, or its letters, are again what they were at some time in the last 30 days.',
		shown: 'Folded.',
	},
	{
		name: 'cosmetic',
		rule: 'Nothing differs once link targets, markup, case, quotes, dashes and dates are set aside.',
		shown: 'Folded, with the reason.',
	},
	{ name: 'language', rule: 'The page came in another language.', shown: 'Folded.' },
	{
		name: 'lost',
		rule: 'Less than 30 per cent of the text is left: often a failed capture.',
		shown: 'Has a page; ranks low until the shorter text has stood for 30 days.',
	},
	{
		name: 'recovered',
		rule: 'After such a loss at least 70 per cent of the text is back.',
		shown: 'Folded.',
	},
	{ name: 'numbers', rule: 'Only digits differ: an age, a price, a period.', shown: 'Prominent.' },
	{
		name: 'reordered',
		rule: 'The same clauses in another order, or repeated.',
		shown: 'Has a page; ranks low.',
	},
	{
		name: 'minor',
		rule: 'Only clauses that are nothing but links, or have fewer than 8 words.',
		shown: 'Has a page; ranks low.',
	},
	{ name: 'substantive', rule: 'Everything else.', shown: 'Prominent.' },
];
