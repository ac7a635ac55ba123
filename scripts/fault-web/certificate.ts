/** Makes certificates for servers on this machine, good ones and bad ones, so that no key lies in the repository. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { dayLength } from '../../src/text/day-length.ts';

export interface Certificate {
	/** PEM. */
	readonly certificate: string;
	readonly key: string;
}

export interface Authority extends Certificate {
	readonly name: string;
	readonly signingKey: KeyObject;
}

/** An authority that nobody knows. */
export function createAuthority(name: string): Authority {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const isAuthority = extension('551d13', sequence(tlv(0x01, Buffer.from([0xff]))));
	const bytes = signed(
		{ issuer: name, subject: name, validUntil: Date.now() + dayLength },
		publicKey,
		privateKey,
		isAuthority,
	);
	return { name, signingKey: privateKey, ...inPem(bytes, privateKey) };
}

/**
 * A server's certificate.
 * @param authority null: the server signs it itself
 * @param validUntil milliseconds since 1970; it is valid from ten days before that
 */
export function createCertificate(
	host: string,
	authority: Authority | null,
	validUntil = Date.now() + dayLength,
): Certificate {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const issuer = authority?.name ?? host;
	const names = extension('551d11', sequence(tlv(0x82, Buffer.from(host))));
	const bytes = signed(
		{ issuer, subject: host, validUntil },
		publicKey,
		authority?.signingKey ?? privateKey,
		names,
	);
	return inPem(bytes, privateKey);
}

interface Facts {
	readonly issuer: string;
	readonly subject: string;
	readonly validUntil: number;
}

/** @see https://www.rfc-editor.org/rfc/rfc5280.html#section-4.1 */
function signed(facts: Facts, publicKey: KeyObject, signingKey: KeyObject, part: Buffer): Buffer {
	const algorithm = sequence(tlv(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
	const body = sequence(
		tlv(0xa0, tlv(0x02, Buffer.from([2]))),
		tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		algorithm,
		nameOf(facts.issuer),
		sequence(timeOf(facts.validUntil - 10 * dayLength), timeOf(facts.validUntil)),
		nameOf(facts.subject),
		publicKey.export({ type: 'spki', format: 'der' }),
		tlv(0xa3, sequence(part)),
	);
	const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, signingKey)]);
	return sequence(body, algorithm, tlv(0x03, signature));
}

function nameOf(name: string): Buffer {
	return sequence(tlv(0x31, sequence(tlv(0x06, Buffer.from('550403', 'hex')), tlv(0x0c, Buffer.from(name)))));
}

/** @param oid in hex */
function extension(oid: string, value: Buffer): Buffer {
	return sequence(tlv(0x06, Buffer.from(oid, 'hex')), tlv(0x04, value));
}

function timeOf(time: number): Buffer {
	return tlv(0x17, Buffer.from(`${new Date(time).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

function sequence(...parts: readonly Buffer[]): Buffer {
	return tlv(0x30, ...parts);
}

/** Tag, length, value (X.690). */
function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
	const value = Buffer.concat(parts);
	const { length } = value;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function inPem(bytes: Buffer, key: KeyObject): Certificate {
	const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
	return {
		certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
		key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}
