/** A site that has nothing but the API of an archive, served on the loopback interface or laid out in a folder. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Archive } from '../model/archive.ts';
import { apiFiles } from '../site/addresses/api-urls.ts';
import { agreementAnswer } from '../site/api/agreement-answer.ts';
import { clausesAnswer } from '../site/api/clauses-answer.ts';
import { monthAnswer, monthsOfChanges } from '../site/api/month-answer.ts';
import { singleAnswers } from '../site/api/single-answers.ts';
import { topicAnswer } from '../site/api/topic-answer.ts';
import { readableJson } from '../site/formats/readable-json.ts';

/** File below the site's folder → its text. */
export function apiOf(archive: Archive): Map<string, string> {
	const answers = new Map<string, object>();
	for (const [name, make] of Object.entries(singleAnswers)) answers.set(name, make(archive));
	for (const platform of archive.platforms)
		for (const agreement of platform.agreements) {
			const names = [platform.slug, agreement.slug] as const;
			answers.set(apiFiles.agreement(...names), agreementAnswer(archive, platform, agreement));
			answers.set(apiFiles.clauses(...names), clausesAnswer(archive, platform, agreement));
		}
	for (const shown of monthsOfChanges(archive))
		answers.set(apiFiles.month(shown.month), monthAnswer(archive, shown));
	for (const topic of archive.topics) answers.set(apiFiles.topic(topic.id), topicAnswer(archive, topic));
	return new Map([...answers].map(([file, answer]) => [`api/v1/${file}`, readableJson(answer)]));
}

export interface ApiSite {
	/** Of its home page, below a folder of the host. */
	readonly address: string;
	/** May be altered while it serves. */
	readonly files: Map<string, string>;
	/** Files that were asked for, in order. */
	readonly asked: string[];
	readonly close: () => void;
}

/** Answers 404 for what it lacks. */
export async function serveApi(files: Map<string, string>): Promise<ApiSite> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const file = (request.url ?? '').replace('/archive/', '');
		asked.push(file);
		response.writeHead(files.has(file) ? 200 : 404).end(files.get(file) ?? 'Not here.');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive/`,
		...{ files, asked },
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
