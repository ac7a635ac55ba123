/**
 * Time-stamps of RFC 3161: the request to an authority, and what its answer proves. By pkijs and the cryptography of Node alone, so that a proof
 * is checked wherever this program runs: without the network, without openssl, and years after the certificate ran out.
 * @see https://www.rfc-editor.org/rfc/rfc3161
 */
import { createHash, X509Certificate } from 'node:crypto';
import { Integer, Null, OctetString, type Sequence } from 'asn1js';
import {
	AlgorithmIdentifier,
	type AttributeTypeAndValue,
	Certificate,
	type ContentInfo,
	type ExtKeyUsage,
	IssuerAndSerialNumber,
	MessageImprint,
	type RelativeDistinguishedNames,
	SignedData,
	SignedDataVerifyError,
	TimeStampReq,
	TimeStampResp,
	TSTInfo,
} from 'pkijs';
import { Fault } from '../../model/fault.ts';
import { legibleLine } from '../../text/legible.ts';

export interface TimeStamp {
	/** ISO 8601, UTC: when the authority saw the statement. */
	readonly time: string;
	/** As its certificate names it. */
	readonly authority: string;
	/** Whose certificate vouches for it, and the SHA-256 of that, hex: what a doubter compares with the authority's own page. */
	readonly root: { readonly name: string; readonly sha256: string };
	/** Of the request that it answers, hex; null where it repeats none. */
	readonly nonce: string | null;
}

const oids = {
	sha256: '2.16.840.1.101.3.4.2.1',
	signedData: '1.2.840.113549.1.7.2',
	timeStamp: '1.2.840.113549.1.9.16.1.4',
	timeStamping: '1.3.6.1.5.5.7.3.8',
	extendedKeyUsage: '2.5.29.37',
	signingCertificate: '1.2.840.113549.1.9.16.2.12',
	signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

/** @param nonce by which the answer is known to be one to this request */
export function timeStampRequest(statement: Buffer, nonce: Buffer): Buffer {
	const request = new TimeStampReq({
		version: 1,
		messageImprint: new MessageImprint({
			hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() }),
			hashedMessage: new OctetString({ valueHex: bytesOf(hashOf('sha256', statement)) }),
		}),
		nonce: new Integer({ valueHex: bytesOf(nonce) }),
		certReq: true,
	});
	return Buffer.from(request.toSchema().toBER());
}

/**
 * @param answer the TimeStampResp as the authority sent it
 * @param where names the answer in a message
 * @throws Fault that says why it proves nothing about the statement
 */
export async function proveTime(
	answer: Buffer,
	statement: Buffer,
	roots: readonly X509Certificate[],
	where: string,
): Promise<TimeStamp> {
	const signed = signedDataOf(answer, where);
	const stamp = stampOf(signed, where);
	requireStatement(stamp, statement, where);
	const signer = signerOf(signed, where);
	requireTimely(signer, stamp.genTime, where);
	requireForStamping(signer, signed, where);
	const root = await requireSignature(signed, statement, roots, where);
	return {
		time: stamp.genTime.toISOString(),
		authority: nameOf(signer.subject),
		root: { name: nameOf(root.subject), sha256: hashOf('sha256', derOf(root)).toString('hex') },
		nonce:
			stamp.nonce === undefined ? null : Buffer.from(stamp.nonce.valueBlock.valueHexView).toString('hex'),
	};
}

/** What stands in bytes that anybody may have sent: whatever a parser makes of them is one fault. */
function parsed<Value>(parse: () => Value, where: string): Value {
	try {
		return parse();
	} catch (error) {
		if (error instanceof Fault) throw error;
		throw new Fault(
			'this is no answer of a time-stamp authority (RFC 3161)',
			where,
			'See that the address is that of one, and that the file is as it was committed.',
			error,
		);
	}
}

function signedDataOf(answer: Buffer, where: string): SignedData {
	return parsed(() => {
		const response = TimeStampResp.fromBER(bytesOf(answer));
		// 0 granted, 1 granted with changes.
		if (response.status.status > 1) throw refused(response, where);
		const token = response.timeStampToken as ContentInfo;
		if (token.contentType !== oids.signedData) throw new Error('no signed data');
		const signed = new SignedData({ schema: token.content });
		if (signed.encapContentInfo.eContentType !== oids.timeStamp) throw new Error('no time-stamp');
		if (signed.signerInfos.length !== 1) throw new Error('not one signer');
		return signed;
	}, where);
}

function refused({ status: { status, statusStrings = [] } }: TimeStampResp, where: string): Fault {
	const said = statusStrings.map((text) => text.valueBlock.value).join(' ');
	return new Fault(
		`the authority refused (status ${status}${said === '' ? '' : `: ${legibleLine(said).slice(0, 200)}`})`,
		where,
		'Nothing is lost: the next run asks again. If it stays so, name another authority in collection.yml › timestamps.',
	);
}

function stampOf({ encapContentInfo }: SignedData, where: string): TSTInfo {
	return parsed(() => TSTInfo.fromBER(encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0)), where);
}

function requireStatement({ messageImprint }: TSTInfo, statement: Buffer, where: string): void {
	const found = Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView);
	const isSame =
		messageImprint.hashAlgorithm.algorithmId === oids.sha256 && found.equals(hashOf('sha256', statement));
	if (isSame) return;
	throw new Fault(
		`it is the time-stamp of another statement than the one beside it (of one whose hash is ${found.toString('hex').slice(0, 64)})`,
		where,
		'Give both files back from the history; a statement that was changed after it was stamped proves nothing.',
	);
}

function certificatesOf({ certificates = [] }: SignedData): Certificate[] {
	return certificates.filter((each): each is Certificate => each instanceof Certificate);
}

function signerOf(signed: SignedData, where: string): Certificate {
	const sid: unknown = signed.signerInfos[0]?.sid;
	const found = certificatesOf(signed).find(
		(each) =>
			sid instanceof IssuerAndSerialNumber &&
			each.issuer.isEqual(sid.issuer) &&
			each.serialNumber.isEqual(sid.serialNumber),
	);
	if (found !== undefined) return found;
	throw new Fault(
		'it does not hold the certificate that it was signed with',
		where,
		'Name an authority in collection.yml › timestamps that sends its certificates along, as RFC 3161 asks.',
	);
}

/** An authority that stamps by a certificate which has run out vouches for nothing; one that ran out later vouched in time. */
function requireTimely({ subject, notBefore, notAfter }: Certificate, time: Date, where: string): void {
	if (time >= notBefore.value && time <= notAfter.value) return;
	throw new Fault(
		`the certificate of ${nameOf(subject)} was valid from ${dayOf(notBefore.value)} to ${dayOf(notAfter.value)}, and the time-stamp is of ${dayOf(time)}`,
		where,
		'Such a time-stamp proves nothing. Later ones stand for the same commits; if new ones fail as well, name another authority in collection.yml › timestamps.',
	);
}

/** The certificate must be one for time-stamps alone, and the stamp must say that it was made with it (RFC 3161, 2.3; RFC 5816). */
function requireForStamping(signer: Certificate, signed: SignedData, where: string): void {
	const usage = signer.extensions?.find(({ extnID }) => extnID === oids.extendedKeyUsage);
	const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
	const isMeant = usage?.critical === true && purposes.length === 1 && purposes[0] === oids.timeStamping;
	if (isMeant && parsed(() => namesSigner(signed, signer), where)) return;
	throw new Fault(
		isMeant
			? 'it was made with another certificate than the one it holds'
			: `the certificate of ${nameOf(signer.subject)} is not one for time-stamps`,
		where,
		'Such a time-stamp proves nothing. Name another authority in collection.yml › timestamps.',
	);
}

/** By the hash of the first certificate that the attribute names: ESSCertIDv2 means SHA-256 where it says nothing else, ESSCertID SHA-1. */
function namesSigner({ signerInfos }: SignedData, signer: Certificate): boolean {
	const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
	const found = [oids.signingCertificateV2, oids.signingCertificate].flatMap((oid) =>
		attributes.filter(({ type }) => type === oid).map(({ values }) => values[0] as Sequence),
	);
	return found.some((value) => {
		const first = ((value.valueBlock.value[0] as Sequence).valueBlock.value[0] as Sequence).valueBlock.value;
		const hash = first.find((part): part is OctetString => part instanceof OctetString);
		const named = Buffer.from(hash?.valueBlock.valueHexView ?? []);
		const algorithm = { 20: 'sha1', 32: 'sha256', 48: 'sha384', 64: 'sha512' }[named.byteLength];
		return algorithm !== undefined && named.equals(hashOf(algorithm, derOf(signer)));
	});
}

/** @returns the root that the certificates lead to */
async function requireSignature(
	signed: SignedData,
	statement: Buffer,
	roots: readonly X509Certificate[],
	where: string,
): Promise<Certificate> {
	// Of the many roots those that one of its certificates says to come from: each more doubles the paths that are tried.
	const held = certificatesOf(signed);
	try {
		const issuers = new Set(held.map((each) => new X509Certificate(derOf(each)).issuer));
		const trustedCerts = roots
			.filter(({ subject }) => issuers.has(subject))
			.map(({ raw }) => Certificate.fromBER(bytesOf(raw)));
		if (trustedCerts.length === 0)
			throw new Error(`nobody here knows ${held.map(({ issuer }) => nameOf(issuer)).at(-1)}`);
		const data = bytesOf(statement).buffer;
		const result = await signed.verify({
			signer: 0,
			data,
			trustedCerts,
			checkChain: true,
			extendedMode: true,
		} as never);
		const { signatureVerified, certificatePath } = result as unknown as SignedDataVerifyError;
		if (signatureVerified !== true) throw forged(where);
		return certificatePath.at(-1) as Certificate;
	} catch (error) {
		if (error instanceof Fault) throw error;
		// Its code for a path of certificates that leads nowhere.
		if (error instanceof SignedDataVerifyError && error.code !== 5) throw forged(where, error);
		throw untrusted(error, where);
	}
}

function forged(where: string, cause?: unknown): Fault {
	return new Fault(
		'its signature is not that of the certificate which it holds: it was forged, or changed afterwards',
		where,
		'Give the file back from the history. If it was always so, it proves nothing; later time-stamps stand for the same commits.',
		cause,
	);
}

function untrusted(cause: unknown, where: string): Fault {
	const said = legibleLine(cause instanceof Error ? cause.message : String(cause)).slice(0, 200);
	return new Fault(
		`its certificates lead to no authority that is trusted (${said})`,
		where,
		'If you trust it, put the PEM of its root certificate beside collection.yml and name it in timestamps › root.',
		cause,
	);
}

/** The common name, else all that it says. */
function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
	const words = ({ value }: AttributeTypeAndValue) => String(value.valueBlock.value);
	const common = typesAndValues.find(({ type }) => type === '2.5.4.3');
	const name = common === undefined ? typesAndValues.map(words).join(', ') : words(common);
	return legibleLine(name).slice(0, 120);
}

function derOf(certificate: Certificate): Buffer {
	return Buffer.from(certificate.toSchema().toBER());
}

function hashOf(algorithm: string, bytes: Buffer): Buffer {
	return createHash(algorithm).update(bytes).digest();
}

/** In memory of its own: libraries of cryptography take the whole of what lies under a view. */
function bytesOf(bytes: Buffer): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}

function dayOf(time: Date): string {
	return time.toISOString().slice(0, 10);
}
