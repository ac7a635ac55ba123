/** Why an agreement could not be captured: an ordinary fault that a run collects and goes on from. */
import { Fault } from '../model/fault.ts';

/**
 * `network` no answer · `timeout` too slow · `too-large` · `redirects` too many or to nowhere · `status` 400 or above ·
 * `content` not a web page · `unsupported` the declaration asks for what this program cannot do yet · `selector` wrong, or it
 * matched nothing · `empty` no text · `short` hardly any text · `bot-wall` a page for robots instead of the agreement
 */
export type CaptureCode =
	| 'network'
	| 'timeout'
	| 'too-large'
	| 'redirects'
	| 'status'
	| 'content'
	| 'unsupported'
	| 'selector'
	| 'empty'
	| 'short'
	| 'bot-wall';

export class CaptureFault extends Fault {
	readonly code: CaptureCode;

	constructor(code: CaptureCode, what: string, where: string, remedy: string, cause?: unknown) {
		super(what, where, remedy, cause);
		this.name = 'CaptureFault';
		this.code = code;
	}
}
