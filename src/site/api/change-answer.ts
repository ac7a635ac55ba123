/** A change as the answers of months and topics tell it. */
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { ChangeAnswer } from '../../model/api-answers.ts';
import type { Entry } from '../../model/archive.ts';
import { changeHref } from '../addresses/links.ts';
import { absolute } from '../addresses/urls.ts';
import { nameOf, type Recorded } from './names.ts';

export function changeAnswer(
	{ prefix }: Pick<Recorded, 'prefix'>,
	{ platform, agreement, change }: Entry,
): ChangeAnswer {
	const { version, base, index } = change;
	return {
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		path: prefix + version.path,
		version: index,
		base: base < 0 ? null : base,
		commit: version.commit,
		parent: agreement.versions[base]?.commit ?? null,
		fetched: version.fetched,
		day: change.day,
		class: change.class,
		rank: change.rank,
		hindsight: change.hindsight?.label ?? null,
		sentence: sentence(change),
		address: absolute(changeHref(platform, agreement, change)),
		wordsIn: change.wordsIn,
		wordsOut: change.wordsOut,
		topics: [...change.topics],
		turns: change.turns.map(({ topic, before, after }) => ({ topic, before, after })),
		dated: change.dated,
		passage: change.passage.map(({ kind, text }) => ({ kind, text })),
	};
}
