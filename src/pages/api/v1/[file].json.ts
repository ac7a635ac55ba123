/** The answers of the API that there are once; a collection may leave them out with all others. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { jsonResponse, whereOffered } from '../../../site/api/offered.ts';
import { singleAnswers } from '../../../site/api/single-answers.ts';

type Props = { readonly name: string };

export const getStaticPaths = async () =>
	whereOffered(await loadArchive(), () =>
		Object.keys(singleAnswers).map((name) => ({
			params: { file: name.replace(/\.json$/, '') },
			props: { name },
		})),
	);

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return jsonResponse(singleAnswers[props.name]?.(await loadArchive()) ?? {});
}
