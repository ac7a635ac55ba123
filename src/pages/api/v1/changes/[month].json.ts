/** The changes of a month as an answer of the API. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../load/load-archive.ts';
import { type MonthOfChanges, monthAnswer, monthsOfChanges } from '../../../../site/api/month-answer.ts';
import { jsonResponse, whereOffered } from '../../../../site/api/offered.ts';
import { monthKey } from '../../../../site/page-keys.ts';

type Props = { readonly shown: MonthOfChanges };

export const getStaticPaths = async () =>
	whereOffered(await loadArchive(), (archive) =>
		monthsOfChanges(archive).map((shown) => ({
			params: { month: shown.month },
			props: { shown },
			get cacheKey() {
				return monthKey(archive, shown.entries, [shown.earlier, shown.later]);
			},
		})),
	);

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return jsonResponse(monthAnswer(await loadArchive(), props.shown));
}
