/** What a person is told whose site nears what its host takes, and which step to take next: CONTRIBUTING.md has the whole ladder. */
import { firstOwnYear, withYearPages } from '../load/year-pages.ts';
import type { Archive } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { expectedOfApi, expectedWeight } from '../site/weight/file-kinds.ts';
import { grouped } from '../text/counts-in-words.ts';

/** Bytes that GitHub Pages publishes at most. @see https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits */
export const hostLimit = 1_000_000_000;
/** From this share on a person is told: an archive of many agreements grows by a tenth in some months. */
const nearShare = 0.8;
/** Years that keep a page for each change, as they are proposed. */
const proposed = [5, 3, 2, 1, 0];

/** Before a page is rendered. @param outDir where the site goes; null where it does not near the limit */
export function expectedWarning(archive: Archive, outDir: string): Fault | null {
	return warning(archive, outDir, expectedWeight(archive), 'the site will weigh about');
}

/** Of the site as it stands. @param bytes that it weighs */
export function weightWarning(archive: Archive, outDir: string, bytes: number): Fault | null {
	return warning(archive, outDir, bytes, 'the site weighs');
}

function warning(archive: Archive, outDir: string, bytes: number, said: string): Fault | null {
	if (bytes < nearShare * hostLimit) return null;
	const limit = megabytes(hostLimit);
	const host =
		bytes > hostLimit ? `GitHub Pages refuses more than ${limit}` : `GitHub Pages takes ${limit} at most`;
	const remedy = `${nextStep(archive, bytes)}${withoutApi(archive, bytes)}`;
	return new Fault(`${said} ${megabytes(bytes)}, and ${host}`, outDir, remedy);
}

/** The API holds nothing that pages or the data set have not. */
function withoutApi(archive: Archive, bytes: number): string {
	const less = (bytes * expectedOfApi(archive)) / expectedWeight(archive);
	return less === 0
		? ''
		: ` Without the API, by api: false in collection.yml, it weighs about ${megabytes(less)} less.`;
}

function nextStep(archive: Archive, bytes: number): string {
	let step: YearStep | undefined;
	for (step of yearSteps(archive, bytes)) if (step.weight < nearShare * hostLimit) break;
	if (step === undefined) return `Older changes share pages as far as they can: ${spread}`;
	const set = `Set yearPagesAfter: ${step.years} in collection.yml (without one: YEAR_PAGES_AFTER=${step.years}): older changes then share one page for each year and agreement, which makes it about ${megabytes(step.weight)}`;
	return step.weight < nearShare * hostLimit ? `${set}.` : `${set}; and ${spread}`;
}

const spread =
	'part the collection into several sites, or serve it from another host (CONTRIBUTING.md, “When a site outgrows its host”).';

interface YearStep {
	readonly years: number;
	/** Bytes. */
	readonly weight: number;
}

/** Steps that gather more than the archive's setting does, the smallest first, and what each would make of so many bytes: reckoned as asked for, of all changes each time. */
function* yearSteps(archive: Archive, bytes: number): Generator<YearStep> {
	const { platforms, latest, yearPagesBefore } = archive;
	const now = expectedWeight(archive);
	for (const years of proposed) {
		const before = firstOwnYear(years, latest);
		if (before <= yearPagesBefore) continue;
		const gathered = { ...archive, platforms: withYearPages(platforms, before) };
		yield { years, weight: (bytes * expectedWeight(gathered)) / now };
	}
}

function megabytes(bytes: number): string {
	return `${grouped(Math.round(bytes / 1_000_000))} MB`;
}
