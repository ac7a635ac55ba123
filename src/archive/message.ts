/** The commit message of a version: a subject for people, git trailers for programs. Writing and reading are one inverse pair. */
import type { Evidence, Version } from '../model/version.ts';

/** What a record is: the first of its agreement, a change of the platform, or a change of the archive's own tools. */
export type RecordKind = 'first' | 'change' | 'technical';

export interface MessageFacts {
	readonly kind: RecordKind;
	readonly platform: string;
	readonly agreement: string;
	readonly evidence: Evidence;
}

export interface ParsedMessage {
	readonly subject: string;
	readonly origin: Version['origin'];
	readonly evidence: Evidence;
}

const subjects: Readonly<Record<RecordKind, string>> = {
	first: 'First record of',
	change: 'Record new changes of',
	technical: 'Apply technical or declaration upgrade on',
};

/** The current form and the one that Open Terms Archive's engine wrote until 2023. */
const technicalSubject = /^(?:Apply technical or declaration upgrade|Refilter) /;

/** The first three are Open Terms Archive's own; the others follow their manner. */
const trailers = {
	source: 'X-source-document-location',
	location: 'X-page-location',
	fetcher: 'X-fetcher',
	engine: 'X-engine-version',
	status: 'X-http-status',
	contentType: 'X-content-type',
	snapshotHash: 'X-snapshot-sha256',
	textHash: 'X-text-sha256',
	accepted: 'X-accepted',
} as const;

/** The message of one commit, ending in a line break. Line breaks and control characters in names and values become spaces. */
export function formatMessage(facts: MessageFacts): string {
	const { kind, platform, agreement, evidence } = facts;
	const subject = oneLine(`${subjects[kind]} ${platform} ${agreement}`);
	const lines = [
		...evidence.sources.map((source) => trailer(trailers.source, source)),
		...(evidence.locations ?? []).map((location) => trailer(trailers.location, location)),
		trailer(trailers.fetcher, evidence.fetcher),
		trailer(trailers.status, evidence.status?.toString()),
		trailer(trailers.contentType, evidence.contentType),
		trailer(trailers.snapshotHash, evidence.snapshotHash),
		trailer(trailers.textHash, evidence.textHash),
		trailer(trailers.accepted, evidence.accepted),
		trailer(trailers.engine, evidence.engine),
	].filter((line) => line !== '');
	const body = evidence.snapshot === undefined ? '' : `\n${snapshotSentence} ${oneLine(evidence.snapshot)}\n`;
	return `${subject}\n${body}${lines.length === 0 ? '' : `\n${lines.join('\n')}\n`}`;
}

const snapshotSentence = 'This version was recorded after extracting from snapshot';

function trailer(name: string, value = ''): string {
	const line = oneLine(value);
	return line === '' ? '' : `${name}: ${line}`;
}

/** Folds white space, line separators and control characters, so that no value can begin a line of its own. */
export function oneLine(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/**
 * Reads a message of this program or of any release of Open Terms Archive's engine. What it does not know it leaves out; it
 * never fails, for the message is only testimony: which agreement a commit is about is told by its path.
 */
export function parseMessage(raw: string): ParsedMessage {
	const message = (raw.includes('\r') ? raw.replaceAll('\r\n', '\n') : raw).trim();
	const subject = firstLine(message);
	const origin = technicalSubject.test(subject) ? 'technical' : 'record';
	const body = message.slice(subject.length);
	const snapshot = parseSnapshot(body);
	const evidence = parseTrailers(body);
	return { subject, origin, evidence: snapshot === undefined ? evidence : { ...evidence, snapshot } };
}

function firstLine(message: string): string {
	const end = message.search(/[\r\n]/);
	return end < 0 ? message : message.slice(0, end);
}

/** Trailers are the last paragraph; lines of another form in it are passed over. */
function parseTrailers(body: string): Evidence {
	const start = body.lastIndexOf('\n\n');
	const values = new Map<string, string[]>();
	if (start >= 0) {
		for (const [, name = '', value = ''] of body.slice(start).matchAll(/^(X-[a-z0-9-]+):[ \t]*(.+)$/gim)) {
			collectValue(values, name.toLowerCase(), value.trim());
		}
	}
	return evidenceOf(values);
}

function collectValue(values: Map<string, string[]>, name: string, value: string): void {
	// The engine wrote the word `undefined` where it did not know its own version.
	if (value === '' || value === 'undefined') return;
	const known = values.get(name);
	if (known === undefined) values.set(name, [value]);
	else known.push(value);
}

function evidenceOf(values: ReadonlyMap<string, readonly string[]>): Evidence {
	const first = (name: string) => values.get(name.toLowerCase())?.[0];
	const status = Number(first(trailers.status));
	const facts = {
		locations: values.get(trailers.location.toLowerCase()),
		fetcher: first(trailers.fetcher),
		status: Number.isInteger(status) && status > 0 ? status : undefined,
		contentType: first(trailers.contentType),
		snapshotHash: first(trailers.snapshotHash),
		textHash: first(trailers.textHash),
		accepted: first(trailers.accepted),
		engine: first(trailers.engine),
	};
	const known = Object.entries(facts).filter(([, value]) => value !== undefined);
	return { sources: values.get(trailers.source.toLowerCase()) ?? [], ...Object.fromEntries(known) };
}

/** One snapshot named in a sentence, with or without a space before a Mongo identifier, or several in a list of addresses. */
const snapshotReference =
	/\bsnapshot (?:with Mongo ID ?)?(\S+)|\bfollowing snapshots from \d+ (?:source documents|pages):\s+((?:- \S+\s*)+)/i;

/** Several references are joined by a space. Links that the engine left broken are left out. */
function parseSnapshot(body: string): string | undefined {
	const found = snapshotReference.exec(body);
	const references = found?.[1] === undefined ? (found?.[2]?.match(/(?<=^|\s)[^\s-]\S*/g) ?? []) : [found[1]];
	const sound = references.filter((reference) => !/(?:^|\/)(?:undefined|true|null)$/.test(reference));
	return sound.length === 0 ? undefined : sound.join(' ');
}
