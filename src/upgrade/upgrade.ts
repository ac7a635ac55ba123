/** What one upgrade does, as it is noted, told and taken back. */
import type { ReleaseNotes } from './changelog.ts';
import type { AlteredFile } from './machine-files.ts';

export interface Upgrade {
	/** Versions such as `1.2.3`. */
	readonly from: string;
	readonly to: string;
	/** Commits of the branch. */
	readonly before: string;
	readonly commit: string;
	readonly altered: readonly AlteredFile[];
	/** The maintainer's own files outside `archive/`. */
	readonly own: readonly string[];
	/** Files under `archive/` that the release brought to another format. */
	readonly migrated: readonly string[];
	/** Newest first. */
	readonly notes: readonly ReleaseNotes[];
}
