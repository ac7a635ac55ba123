/**
 * Reads a file of data that the site holds in gzip, in the browser. Some hosts say that such a file is packed, and the browser unpacks it
 * before a script sees it; most send it as it lies. The bytes tell which it was.
 */

/** The first bytes of gzip; no JSON begins so. */
const gzip = [0x1f, 0x8b];

/** @throws Error where it is not whole, or no JSON */
export async function readPackedJson(answer: Response): Promise<unknown> {
	const bytes = await answer.blob();
	const first = new Uint8Array(await bytes.slice(0, gzip.length).arrayBuffer());
	const isPacked = gzip.every((byte, at) => first[at] === byte);
	const unpacked = isPacked ? bytes.stream().pipeThrough(new DecompressionStream('gzip')) : bytes.stream();
	return new Response(unpacked).json();
}
