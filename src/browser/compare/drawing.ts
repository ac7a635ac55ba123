/** What the compare page draws for the days that a reader names: two compared, or the whole text of one. */
import type { RecordedVersion } from '../../site/compare/ledger-json.ts';
import type { Days } from './day-handles.ts';

export interface Drawing {
	readonly versions: readonly RecordedVersion[];
	/** Done once it stands, or other days are wanted. @param notes said before what is drawn */
	readonly draw: (days: Days, notes: readonly string[]) => Promise<void>;
}
