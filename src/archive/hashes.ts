/** Hashes of what is recorded. */
import { createHash } from 'node:crypto';

/** SHA-256 of the bytes, hex. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The name that git gives to a file of these bytes.
 * @param objectFormat `sha1` or `sha256`
 * @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function blobName(bytes: Uint8Array, objectFormat: string): string {
	return createHash(objectFormat).update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}
