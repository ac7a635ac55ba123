/** Whether what stands today is only a rest: a reader must not take a failed capture for the agreement in force. */
import type { Agreement } from '../../model/archive.ts';
import type { Change, ChangeClass } from '../../model/change.ts';
import { isAcceptedByHand } from '../../model/version.ts';

/** Classes that leave a lost text as lost as it was. */
const leavesLost: ReadonlySet<ChangeClass> = new Set([
	'unfollowed',
	'technical',
	'cosmetic',
	'numbers',
	'reordered',
	'minor',
]);

/** The change that lost the text, where nothing has brought it back since. */
export function possibleLoss({ changes }: Pick<Agreement, 'changes'>): Change | null {
	const decisive = changes.findLast((change) => !leavesLost.has(change.class));
	return decisive?.class === 'lost' && !isAcceptedByHand(decisive.version) ? decisive : null;
}
