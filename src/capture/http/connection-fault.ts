/** Names what went wrong between this machine and a server, and says what to do about it. */
import { CaptureFault } from '../capture-fault.ts';

/** Codes of OpenSSL and Node → what is wrong with the certificate. */
const certificates: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'its certificate has expired',
	CERT_NOT_YET_VALID: 'its certificate is not valid yet',
	CERT_REVOKED: 'its certificate was revoked',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'it signed its certificate itself',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate was issued by somebody whom nobody vouches for',
	UNABLE_TO_GET_ISSUER_CERT: 'the issuer of its certificate is unknown',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer of its certificate is unknown',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		'its certificate cannot be verified: the server does not send its issuer’s',
};

const notHttp = 'NOT_HTTP';

/** @param time that the response had, in milliseconds */
export function connectionFault(error: unknown, address: string, time: number): CaptureFault {
	const chain = [...chainOf(error)];
	const known = chain.find((each) => each instanceof CaptureFault);
	if (known !== undefined) return known.where === address ? known : at(known, address);
	// The parser has no code of its own.
	const codes = chain.map((each) => (each.name === 'HTTPParserError' ? notHttp : codeOf(each)));
	const has = (pattern: RegExp) => codes.find((code) => pattern.test(code));
	const said = rootMessage(chain);
	if (chain.some((each) => each.name === 'TimeoutError') || has(/^UND_ERR_\w+_TIMEOUT$|^ETIMEDOUT$/))
		return new CaptureFault('no-response-in-time', address, { seconds: time / 1000 }, error);
	return (
		nameFault(has(/^(?:ENOTFOUND|EAI_\w+)$/), address, error) ??
		certificateFault(
			codes.find((code) => code in certificates),
			address,
			error,
		) ??
		statusLineFault(chain, address, error) ??
		codingFault(has(/^(?:Z_|ERR__?(?:BROTLI|ERROR_FORMAT))|^ERR_/), said, address, error) ??
		wireFault(has(/./) ?? '', said, address, error)
	);
}

function at(fault: CaptureFault, address: string): CaptureFault {
	return new CaptureFault(fault.kind, address, fault.facts, fault);
}

function nameFault(code: string | undefined, address: string, error: unknown): CaptureFault | null {
	if (code === undefined) return null;
	const { hostname: host } = new URL(address);
	return new CaptureFault(
		code === 'EAI_AGAIN' ? 'host-not-looked-up' : 'unknown-host',
		address,
		{ host },
		error,
	);
}

function certificateFault(code: string | undefined, address: string, error: unknown): CaptureFault | null {
	const reason = certificates[code ?? ''];
	return reason === undefined ? null : new CaptureFault('untrusted-certificate', address, { reason }, error);
}

function codingFault(
	code: string | undefined,
	said: string,
	address: string,
	error: unknown,
): CaptureFault | null {
	if (code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE') return truncatedFault(address, error);
	if (code === undefined || !/^(?:Z_|ERR__?(?:BROTLI|ERROR_FORMAT))/.test(code)) return null;
	return new CaptureFault('damaged-content-coding', address, { said }, error);
}

/** What undici says of statuses that it does not expect has no code, or is an assertion about its own variables. */
const statusLines = [
	[/assert\(statusCode >= 100\)/, 'no-http-status'],
	[/^bad (?:response|upgrade)$|assert\(upgrade\)/, 'interim-answer'],
] as const;

function statusLineFault(chain: readonly Error[], address: string, error: unknown): CaptureFault | null {
	const said = chain.map(({ message }) => message).filter((message) => message.length < 200);
	const kind = statusLines.find(([pattern]) => said.some((message) => pattern.test(message)))?.[1];
	if (kind !== undefined) return new CaptureFault(kind, address, {}, error);
	if (!chain.some((each) => codeOf(each) === 'ERR_ASSERTION')) return null;
	return new CaptureFault('no-http', address, { said: 'it cannot be understood' }, error);
}

function wireFault(code: string, said: string, address: string, error: unknown): CaptureFault {
	if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return truncatedFault(address, error);
	if (code === 'UND_ERR_HEADERS_OVERFLOW') return new CaptureFault('head-too-large', address, {}, error);
	if (code === notHttp) return new CaptureFault('no-http', address, { said }, error);
	if (/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/.test(code)) return handshakeFault(said, address, error);
	if (code === 'ECONNREFUSED') return new CaptureFault('connection-refused', address, {}, error);
	if (/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/.test(code))
		return new CaptureFault('connection-broken', address, { said }, error);
	return new CaptureFault('fetch-failed', address, { said }, error);
}

function handshakeFault(said: string, address: string, error: unknown): CaptureFault {
	const reason = /:SSL routines:[^:]*:([^:]+)/.exec(said)?.[1] ?? said;
	return new CaptureFault('no-secure-connection', address, { reason }, error);
}

/** Where a body breaks off, what came before it is half a page. */
export function truncatedFault(address: string, error: unknown): CaptureFault {
	return new CaptureFault('response-cut-off', address, {}, error);
}

/** The error and what lies behind it: the outermost often says only that something failed, and of several addresses each has its own. */
function* chainOf(error: unknown): Generator<Error> {
	if (!(error instanceof Error)) return;
	yield error;
	for (const each of error instanceof AggregateError ? error.errors : []) yield* chainOf(each);
	yield* chainOf(error.cause);
}

function codeOf(error: Error): string {
	return 'code' in error ? String(error.code) : '';
}

function rootMessage(chain: readonly Error[]): string {
	const root = chain.at(-1);
	if (root === undefined) return 'for no reason that could be told';
	return root.message.trim() || codeOf(root) || root.name;
}
