/** Releases of the machine: tags `vX.Y.Z`, as Semantic Versioning 2.0.0 orders them. What comes before a release is none. */
const release = /^v(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/;

export function isReleaseTag(tag: string): boolean {
	return release.test(tag);
}

/** Less than 0 where the first is older. @param one `1.2.3` @param other `1.2.3` */
export function compareVersions(one: string, other: string): number {
	const [ones, others] = [one, other].map((version) => version.split('.').map((part) => Number(part)));
	const at = [0, 1, 2].find((place) => ones?.[place] !== others?.[place]) ?? 0;
	return (ones?.[at] ?? 0) - (others?.[at] ?? 0);
}

/** Null where there is none. @param tags in any order, among others */
export function newestRelease(tags: readonly string[]): string | null {
	const releases = tags.filter(isReleaseTag);
	return releases.sort((one, other) => compareVersions(one.slice(1), other.slice(1))).at(-1) ?? null;
}
