/** Whether a collection offers the API, and how its answers are sent. */
import type { Archive } from '../../model/archive.ts';
import { readableJson } from '../formats/readable-json.ts';

/** None where the collection leaves the API out. */
export function whereOffered<Path>(archive: Archive, paths: (archive: Archive) => Path[]): Path[] {
	return archive.collection.api ? paths(archive) : [];
}

export function jsonResponse(answer: object): Response {
	return new Response(readableJson(answer), {
		headers: { 'content-type': 'application/json; charset=utf-8' },
	});
}
