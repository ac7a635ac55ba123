/** `agreements/<platform>/<agreement>.json`: where an agreement comes from, and every recorded version with what changed in it. */
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { AgreementAnswer } from '../../model/api-answers.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { clausesApi } from '../addresses/api-urls.ts';
import { changeHref } from '../addresses/links.ts';
import { absolute, agreementFeedUrl, agreementUrl, historyUrl } from '../addresses/urls.ts';
import { feedsOf } from './feeds-of.ts';
import { nameOf, type Recorded } from './names.ts';
import { textNumbers } from './text-numbers.ts';

export function agreementAnswer(
	{ collection, prefix }: Recorded,
	platform: Platform,
	agreement: Agreement,
): AgreementAnswer {
	const texts = textNumbers(agreement);
	return {
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		language: agreement.language,
		path: prefix + agreement.path,
		repository: collection.repository ?? null,
		address: absolute(agreementUrl(platform, agreement)),
		history: absolute(historyUrl(platform, agreement)),
		feeds: feedsOf(agreementFeedUrl(platform, agreement)),
		clausesApi: clausesApi(platform, agreement),
		sources: [...(agreement.versions.at(-1)?.evidence.sources ?? [])],
		former: agreement.former.map((former) => ({
			platform: nameOf(former.platform),
			agreement: nameOf(former.agreement),
		})),
		retired: agreement.retired,
		stated: { effective: agreement.stated.effective, updated: agreement.stated.updated },
		versions: agreement.changes.map((change, at) => ({
			commit: change.version.commit,
			fetched: change.version.fetched,
			day: change.day,
			text: texts[at] as number | null,
			base: change.base < 0 ? null : change.base,
			provenSince: agreement.provenSince[at] ?? null,
			class: change.class,
			rank: change.rank,
			hindsight: change.hindsight?.label ?? null,
			sentence: sentence(change),
			address: absolute(changeHref(platform, agreement, change)),
		})),
	};
}
