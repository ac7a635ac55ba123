/** What is said of a found clause beside its quote: where it stands, since when, who else has one. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { changeAt, type Found } from '../../analysis/topics/findings-index.ts';
import type { Archive } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { shortMonth } from '../../text/days-in-words.ts';
import { languageOfName, wordsOf } from '../addresses/language-attributes.ts';
import { changeHref } from '../addresses/links.ts';
import { agreementUrl } from '../addresses/urls.ts';
import { ageOf } from '../agreement/ages.ts';
import { standingClauseHref } from '../redline/clauses-on-page.ts';
import { spreadOf } from './adoption.ts';

/** One piece of the label in the margin, linked to the change that it speaks of. */
export interface FoundAge {
	readonly words: string;
	readonly href: string;
	/** Of the last 90 days: takes the accent. */
	readonly recent: boolean;
}

/** A place in an agreement, as plain values: pages are kept by all that they show. */
export interface FoundPlace {
	readonly agreement: string;
	/** Language of its name, where that is not English. */
	readonly nameLanguage: string | undefined;
	/** Without the mark at its end; empty where it has none. */
	readonly number: string;
	/** The clause as it stands today; the agreement where it stands no more. */
	readonly href: string;
	/** Attributes of the archived words. */
	readonly words: ReturnType<typeof wordsOf>;
}

export function placeOfFound({ platform, agreement, finding }: Found): FoundPlace {
	const { anchor, number, until } = finding;
	return {
		agreement: agreement.name,
		nameLanguage: languageOfName(agreement),
		number: bareNumber(number),
		href:
			until === null ? standingClauseHref(platform, agreement, anchor) : agreementUrl(platform, agreement),
		words: wordsOf(agreement),
	};
}

/** "since Mar 2024", "reworded Jun 2026" */
export function agesOfFound({ platform, agreement, finding }: Found, today: string): FoundAge[] {
	const piece = (said: string, index: number): FoundAge => {
		const change = changeAt(agreement, index);
		const { fetched } = change.version;
		return {
			words: `${said} ${shortMonth(fetched)}`,
			href: changeHref(platform, agreement, change),
			// The first record is no news of the platform.
			recent: index > 0 && ageOf(fetched, today) === 1,
		};
	};
	const since = piece('since', finding.since);
	return finding.reworded === null ? [since] : [since, piece('reworded', finding.reworded)];
}

/** Moment at which the words last became what they are. */
export function lastTouched({ agreement, finding }: Found): string {
	return changeAt(agreement, finding.reworded ?? finding.since).version.fetched;
}

/** "On 41 of 63 platforms" */
export function onPlatforms(archive: Archive, topic: Topic): string {
	const spread = spreadOf(archive, topic);
	if (spread.with === 0) return 'On no platform that is followed';
	return `On ${grouped(spread.with)} of ${grouped(spread.of)} platforms`;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** Languages that the rules of these topics read, in words. */
export function languagesRead(topics: readonly Topic[]): string[] {
	return [...new Set(topics.flatMap(({ rules }) => Object.keys(rules)))]
		.sort()
		.map((tag) => languageNames.of(tag) ?? tag);
}
