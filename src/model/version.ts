/** One recorded state of one agreement, as the commit that holds it tells. */

/** What the commit says of where its text came from. Foreign archives know little of it. */
export interface Evidence {
	/** Addresses that the text was fetched from. */
	readonly sources: readonly string[];
	/** Where each page came from after all redirects, one for each source; left out where that is where it was asked for. */
	readonly locations?: readonly string[];
	readonly fetcher?: string;
	/** HTTP status of the answer. */
	readonly status?: number;
	readonly contentType?: string;
	/** SHA-256 of the snapshot's bytes, hex. */
	readonly snapshotHash?: string;
	/** SHA-256 of the version's bytes, hex. */
	readonly textHash?: string;
	/** Why a text was recorded that had been held back at first. */
	readonly accepted?: string;
	/** Version of the program that made the text. */
	readonly engine?: string;
	/** A foreign archive's reference to its snapshot: a hash, an identifier or an address. */
	readonly snapshot?: string;
}

/** True where a person said that the text is the agreement's, though it had been held back. */
export function isAcceptedByHand({ evidence }: Pick<Version, 'evidence'>): boolean {
	return evidence.accepted?.startsWith('by hand') ?? false;
}

export interface Version {
	/** Full object name of the commit. */
	readonly commit: string;
	/** `<platform>/<agreement>.md`, relative to the folder of versions. */
	readonly path: string;
	/** Object name of the text; null where the commit deleted the file. */
	readonly blob: string | null;
	/** Author date, UTC, ISO 8601: when the page was fetched. */
	readonly fetched: string;
	/** Committer date, UTC, ISO 8601; `fetched` again where the commit holds none that can be told. */
	readonly committed: string;
	readonly subject: string;
	/** `technical`: the archive's own tools changed the text, not the platform. */
	readonly origin: 'record' | 'technical';
	readonly evidence: Evidence;
}
