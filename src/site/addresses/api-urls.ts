/** The addresses of the API's answers and of the data set: programs know them by heart, so none ever changes within a version. */
import { absolute, basePath } from './urls.ts';

interface Slugged {
	readonly slug: string;
}

export const apiVersion = '1';

/** @param file below the API's folder @returns with scheme and host */
export function apiAddress(file: string): string {
	return absolute(`${basePath()}api/v${apiVersion}/${file}`);
}

/** Files of the answers, below the API's folder; names of things in braces make templates (RFC 6570). */
export const apiFiles = {
	index: 'index.json',
	openapi: 'openapi.json',
	lookup: 'lookup.json',
	provisions: 'provisions.json',
	status: 'status.json',
	platform: (platform: string) => `platforms/${platform}.json`,
	agreement: (platform: string, agreement: string) => `agreements/${platform}/${agreement}.json`,
	clauses: (platform: string, agreement: string) => `agreements/${platform}/${agreement}/clauses.json`,
	month: (month: string) => `changes/${month}.json`,
	topic: (topic: string) => `topics/${topic}.json`,
} as const;

export function platformApi({ slug }: Slugged): string {
	return apiAddress(apiFiles.platform(slug));
}

export function agreementApi(platform: Slugged, { slug }: Slugged): string {
	return apiAddress(apiFiles.agreement(platform.slug, slug));
}

export function clausesApi(platform: Slugged, { slug }: Slugged): string {
	return apiAddress(apiFiles.clauses(platform.slug, slug));
}

/** @param month `2026-06` */
export function monthApi(month: string): string {
	return apiAddress(apiFiles.month(month));
}

/** @param topic `Topic.id` */
export function topicApi(topic: string): string {
	return apiAddress(apiFiles.topic(topic));
}

/** @param file of the data set; left out: its page */
export function dataUrl(file = ''): string {
	return `${basePath()}data/${file}`;
}
