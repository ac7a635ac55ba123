/** A collection to capture into: a folder of declarations in a real git repository of its own, and agreements for a page to show. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Status, statusSchema } from '../model/status.ts';

export const monday = new Date('2024-05-06T04:12:00Z');
export const tuesday = new Date('2024-05-07T04:12:00Z');
export const wednesday = new Date('2024-05-08T04:12:00Z');

/** A few sentences that are known for an agreement without a title. */
export const clause =
	'You may use the service as long as you pay all fees that are due. We may change the fees each year, and you may ' +
	'terminate the contract within thirty days. You must not infringe the rights of others. We are not liable for damage ' +
	'that third parties cause. You agree that the law of the country where you live governs these terms. We process ' +
	'personal data with your consent and delete it when you close your account.';

/** An agreement of which most can be lost. */
export const clauses: readonly string[] = Array.from(
	{ length: 40 },
	(_, at) => `Clause ${at}: you may use part ${at} of the service as long as you pay what is due for it.`,
);

/** A page of which no two are the same byte by byte, though their texts are: one paragraph each, in `main`. */
export function pageOf(...paragraphs: readonly string[]): string {
	const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
	return `<html><body><nav>Menu ${Math.random()}</nav><main>${text}</main></body></html>`;
}

export interface SampleCollection {
	/** Of the repository. */
	readonly repository: string;
	/** Of the collection in it. */
	readonly directory: string;
	readonly git: (...args: readonly string[]) => string;
	/** Replaces what was declared of the platform. */
	readonly declare: (platform: string, terms: Readonly<Record<string, unknown>>) => void;
	/** Commits what is staged, be it nothing, as a person does. */
	readonly commitByHand: () => void;
	/** Commits that touch a version. */
	readonly versions: () => number;
	/** The last of them. */
	readonly newestVersion: () => string;
	readonly status: () => Status;
	readonly remove: () => void;
}

/** @param inside folder of the collection below the root of the repository */
export function makeCollection(inside = 'archive'): SampleCollection {
	const repository = mkdtempSync(path.join(tmpdir(), 'clausetrail-collection-'));
	const directory = path.join(repository, inside);
	mkdirSync(path.join(directory, 'declarations'), { recursive: true });
	writeFileSync(
		path.join(directory, 'collection.yml'),
		'name: Tern Watch (test)\ncontact: mail@tern.example\ndelay: 0\nprivateAddresses: true\n',
	);
	const git = (...args: readonly string[]) =>
		execFileSync('git', [...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
	git('init', '-q', '-b', 'main');
	const person = ['-c', 'user.name=A', '-c', 'user.email=a@tern.example'];
	return {
		repository,
		directory,
		git,
		declare: (platform, terms) =>
			writeFileSync(
				path.join(directory, 'declarations', `${platform}.json`),
				JSON.stringify({ name: platform, terms }),
			),
		commitByHand: () => void git(...person, 'commit', '-q', '--allow-empty', '-m', 'By hand'),
		versions: () => Number(git('rev-list', '--count', '--all', '--', '*versions/*').trim()),
		newestVersion: () => git('log', '-1', '--format=%H', '--', '*versions/*').trim(),
		status: () => statusSchema.parse(JSON.parse(readFileSync(path.join(directory, 'status.json'), 'utf8'))),
		remove: () => rmSync(repository, { recursive: true, force: true, maxRetries: 5 }),
	};
}
