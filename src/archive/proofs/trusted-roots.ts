/** The authorities whose word counts: those that Node ships, which are Mozilla's, and the one that the collection names. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import type { Collection } from '../../model/collection.ts';
import { Fault } from '../../model/fault.ts';

/** @throws Fault where the collection names a certificate that cannot be read */
export async function trustedRoots(
	directory: string,
	{ timestamps }: Pick<Collection, 'timestamps'>,
): Promise<readonly X509Certificate[]> {
	const own = timestamps?.root === undefined ? [] : [await readRoot(path.join(directory, timestamps.root))];
	return [...own, ...rootCertificates.map((pem) => new X509Certificate(pem))];
}

async function readRoot(file: string): Promise<X509Certificate> {
	const remedy =
		'Let timestamps › root in collection.yml name a file beside it: the authority’s root certificate as PEM.';
	const pem = await readFile(file).catch((error: unknown) => {
		throw new Fault('the root certificate cannot be read', file, remedy, error);
	});
	try {
		return new X509Certificate(pem);
	} catch (error) {
		throw new Fault('this is no certificate in PEM form', file, remedy, error);
	}
}
