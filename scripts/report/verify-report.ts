/** What a verification came to, in words. */

import type { ProvenMoment, ProvenTimes } from '../../src/ingest/proven-times.ts';
import type { VerifyFailure, VerifyNote, VerifyReport } from '../../src/ingest/verify.ts';
import { counted } from '../../src/text/counts-in-words.ts';

/** Each failure with commit, path, expected and found; each text that was not reproduced; then what was proved, in counts. */
export function formatVerification(report: VerifyReport): string {
	const blocks = [
		report.failures.map(failureInWords).join('\n\n'),
		report.time.failures.map(brokenProof).join('\n\n'),
		report.notes.map(noteInWords).join('\n'),
		sums(report).join('\n'),
	];
	return blocks.filter((block) => block !== '').join('\n\n');
}

function failureInWords({ expected, found, ...note }: VerifyFailure): string {
	return `FAILED  ${noteInWords(note)}\n  expected  ${expected}\n  found     ${found}`;
}

function brokenProof({ where, what, remedy }: ProvenTimes['failures'][number]): string {
	return `FAILED  ${where}: ${what}\n  ${remedy}`;
}

/** Since when the texts are proven to exist: by the first proof, and by the last, which stands for all that came before. */
function timesInWords({ proofs, texts, unproven, first, last }: ProvenTimes): string[] {
	if (first === null || last === null) return ['in time      not proven: no time-stamp holds'];
	return [
		`in time      ${texts} texts proven by ${counted(proofs.length, 'time-stamp')}${also(unproven, 'not yet, or without a hash')}`,
		...(first.time === last.time ? [] : [`  the oldest  ${momentInWords(first)}`]),
		`  the newest  ${momentInWords(last)}`,
		...[...new Set(proofs.map(({ root }) => `  vouched for by ${root.name}, SHA-256 ${root.sha256}`))],
	];
}

function momentInWords({ time, authority, texts, upTo }: ProvenMoment): string {
	const what = upTo === null ? counted(texts, 'text') : `every text recorded up to ${upTo.slice(0, 10)}`;
	return `${what} existed at ${time.slice(0, 16).replace('T', ' ')} UTC, by ${authority}`;
}

function noteInWords({ commit, path, what }: VerifyNote): string {
	return `${commit.slice(0, 12)}  ${path}: ${what}`;
}

function sums({
	agreements,
	versions,
	texts,
	snapshots,
	reproductions,
	failures,
	time,
}: VerifyReport): string[] {
	const pages = snapshots.proved + snapshots.failed;
	return [
		`${versions} versions of ${agreements} agreements`,
		`texts        ${texts.proved} proved by their hash${also(texts.unproved, 'without one: nothing proves that they are as they were recorded')}${also(texts.failed, 'failed')}`,
		pages === 0
			? 'snapshots    none named: what the texts were read from cannot be shown'
			: `snapshots    ${snapshots.proved} proved by their hash${also(snapshots.failed, 'failed')}`,
		`reproduced   ${reproductions.proved} texts from their snapshots, byte by byte${also(reproductions.engine, 'made by another engine')}${also(reproductions.replaced, 'replaced by a technical version')}${also(reproductions.impossible, 'cannot be tried')}${also(reproductions.failed, 'failed')}`,
		...timesInWords(time),
		verdict(texts, failures.length + time.failures.length),
	];
}

function verdict(texts: VerifyReport['texts'], failures: number): string {
	if (failures > 0) return counted(failures, 'failure');
	if (texts.proved > 0) return 'no failure';
	return texts.unproved > 0
		? 'nothing was proved: no text has a hash'
		: 'nothing was proved: no version was found; see that this is the archive, and that its history is whole';
}

function also(count: number, what: string): string {
	return count === 0 ? '' : `, ${count} ${what}`;
}
