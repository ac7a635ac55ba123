/** A time-stamp authority on loopback, for tests: keys and certificates made by openssl, answers by `openssl ts -reply`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

export interface Reply {
	readonly status: number;
	readonly type: string;
	readonly body: Buffer;
}

/** Which certificate signs: one that is valid, one that ran out years ago, or one of an authority that nobody knows. */
export type Signer = 'sound' | 'expired' | 'unknown';

export interface TimeStampAuthority {
	readonly address: string;
	/** PEM of the root that vouches for `sound` and `expired`. */
	readonly root: string;
	readonly sign: (query: Buffer, signer?: Signer) => Buffer;
	/** What it does with a query, until something else is set. */
	answer: (query: Buffer) => Reply;
	readonly close: () => void;
}

/** Why there can be no authority here; false where there can be one. */
export const withoutOpenssl: string | false =
	spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is missing on this machine';

export function granted(body: Buffer): Reply {
	return { status: 200, type: 'application/timestamp-reply', body };
}

export async function startTimeStampAuthority(): Promise<TimeStampAuthority> {
	const folder = temporaryFolder();
	const openssl = (...args: string[]) =>
		execFileSync('openssl', args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
	makeAuthority(openssl, folder, 'known');
	makeAuthority(openssl, folder, 'strange');
	makeSigner(openssl, 'sound', 'known', '20240101000000Z', '20900101000000Z');
	makeSigner(openssl, 'expired', 'known', '20150101000000Z', '20160101000000Z');
	makeSigner(openssl, 'unknown', 'strange', '20240101000000Z', '20900101000000Z');

	function sign(query: Buffer, signer: Signer = 'sound'): Buffer {
		writeFiles(folder, { 'stamp.cnf': stampConfig(signer) });
		writeFileSync(path.join(folder, 'query.tsq'), query);
		openssl('ts', '-reply', '-config', 'stamp.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
		return readFileSync(path.join(folder, 'reply.tsr'));
	}

	const server = createServer(async (request, response) => {
		const query = await buffer(request);
		const { status, type, body } = authority.answer(query);
		response.writeHead(status, { 'content-type': type }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const authority: TimeStampAuthority = {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
		root: readFileSync(path.join(folder, 'known.pem'), 'utf8'),
		sign,
		answer: (query) => granted(sign(query)),
		close: () => {
			server.closeAllConnections();
			server.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	return authority;
}

type Openssl = (...args: string[]) => Buffer;

const newKey = ['-newkey', 'rsa:2048', '-nodes'];

function makeAuthority(openssl: Openssl, folder: string, name: string): void {
	const subject = `/O=Test/CN=Root of the ${name} authority`;
	mkdirSync(path.join(folder, `${name}-new`));
	writeFiles(folder, {
		[`${name}.txt`]: '',
		[`${name}.serial`]: '01\n',
		[`${name}.cnf`]: authorityConfig(name),
	});
	const extensions = ['-extensions', 'root', '-config', `${name}.cnf`];
	openssl(
		'req',
		'-x509',
		...newKey,
		...extensions,
		'-days',
		'3650',
		'-subj',
		subject,
		'-keyout',
		`${name}.key`,
		'-out',
		`${name}.pem`,
	);
}

function makeSigner(openssl: Openssl, name: string, authority: string, from: string, until: string): void {
	const config = ['-config', `${authority}.cnf`];
	openssl(
		'req',
		'-new',
		...newKey,
		...config,
		'-subj',
		`/O=Test/CN=Stamper ${name}`,
		'-keyout',
		`${name}.key`,
		'-out',
		`${name}.csr`,
	);
	openssl(
		'ca',
		'-batch',
		'-notext',
		...config,
		'-extensions',
		'stamper',
		'-startdate',
		from,
		'-enddate',
		until,
		'-in',
		`${name}.csr`,
		'-out',
		`${name}.pem`,
	);
}

function authorityConfig(name: string): string {
	return `[req]
distinguished_name = subject
prompt = no
[subject]
CN = overridden
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[stamper]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ca]
default_ca = main
[main]
database = ${name}.txt
serial = ${name}.serial
new_certs_dir = ${name}-new
certificate = ${name}.pem
private_key = ${name}.key
default_md = sha256
unique_subject = no
policy = any
[any]
organizationName = optional
commonName = supplied
`;
}

/** To the millisecond, as RFC 3161 allows: two time-stamps of one second would not tell which was first. */
function stampConfig(signer: Signer): string {
	return `[tsa]
default_tsa = main
[main]
serial = stamp.serial
signer_cert = ${signer}.pem
signer_key = ${signer}.key
signer_digest = sha256
clock_precision_digits = 3
default_policy = 1.2.3.4.1
digests = sha256
tsa_name = yes
ess_cert_id_alg = sha256
`;
}
