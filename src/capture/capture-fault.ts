/** Why an agreement could not be captured: an ordinary fault that a run collects and goes on from. */
import { Fault } from '../model/fault.ts';

/**
 * Of the connection: `dns` no such host · `connection` refused or broken off · `tls` the certificate or its protocol · `network` no answer for
 * another reason · `timeout` too slow · `truncated` the answer broke off · `encoding` packed in a way that cannot be unpacked ·
 * `protocol` no HTTP · `too-large` · `private-address` not on the public internet
 *
 * Of the answer: `redirects` too many or to nowhere · `robots` robots.txt forbids it · `rate-limited` asked too often · `not-found` 404, 410 ·
 * `forbidden` 401, 403, 451 · `unavailable` 500 and above · `status` any other but 200 · `content` not a web page
 *
 * Of the page: `unsupported` the declaration asks for what this program cannot do · `selector` wrong, or it matched nothing ·
 * `unreadable` its HTML defeats the parser · `pdf-without-text`, `pdf-encrypted`, `pdf-unreadable` · `browser` none to be had, or it failed ·
 * `filter-script` not allowed, or it failed · `empty` no text · `short` hardly any
 *
 * Of what stands there instead of the agreement: `bot-wall` a page for robots · `consent-wall` a question about cookies · `login-wall` ·
 * `maintenance` · `soft-404` “not found” with status 200 · `error-page`
 */
export type CaptureCode =
	| 'dns'
	| 'connection'
	| 'tls'
	| 'network'
	| 'timeout'
	| 'truncated'
	| 'encoding'
	| 'protocol'
	| 'too-large'
	| 'private-address'
	| 'redirects'
	| 'robots'
	| 'rate-limited'
	| 'not-found'
	| 'forbidden'
	| 'unavailable'
	| 'status'
	| 'content'
	| 'unsupported'
	| 'selector'
	| 'empty'
	| 'short'
	| 'bot-wall'
	| 'consent-wall'
	| 'login-wall'
	| 'maintenance'
	| 'soft-404'
	| 'error-page'
	| 'pdf-without-text'
	| 'pdf-encrypted'
	| 'pdf-unreadable'
	| 'browser'
	| 'filter-script'
	| 'unreadable';

export class CaptureFault extends Fault {
	readonly code: CaptureCode;

	constructor(code: CaptureCode, what: string, where: string, remedy: string, cause?: unknown) {
		super(what, where, remedy, cause);
		this.name = 'CaptureFault';
		this.code = code;
	}
}
