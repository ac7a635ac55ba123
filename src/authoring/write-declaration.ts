/** Adds one agreement to the declaration of its platform, a new one or one that is there. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { parseDeclaration } from '../archive/collection.ts';
import type { agreementSchema } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';

export type Rules = z.infer<typeof agreementSchema>;

/**
 * What stands in the file stays as it is, but for its white space.
 * @param directory of the collection
 * @returns the file
 * @throws Fault where the agreement is declared already, the file is broken, or a name cannot be a file; nothing is written then
 */
export async function writeDeclaration(
	directory: string,
	platform: string,
	agreement: string,
	rules: Rules,
): Promise<string> {
	// A name that leads out of the folder is refused before anything is read.
	const fresh = JSON.stringify({ name: platform, terms: { [agreement]: rules } }, null, '\t');
	parseDeclaration(fresh, `${platform}.json`);
	if (path.basename(`${platform}.json`) !== `${platform}.json`) throw separatorFault(platform);
	const file = path.join(directory, 'declarations', `${platform}.json`);
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw new Fault(`it cannot be read (${error.code})`, file, 'See to its permissions.', error);
	});
	const whole = text === null ? fresh : merged(text, file, agreement, rules);
	parseDeclaration(whole, file);
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(`${file}.new`, `${whole}\n`);
	await rename(`${file}.new`, file);
	return file;
}

function merged(text: string, file: string, agreement: string, rules: Rules): string {
	const known = parseDeclaration(text, file);
	if (known.some((each) => each.agreement === agreement))
		throw new Fault(
			`${agreement} is declared here already`,
			file,
			'Nothing was written. Edit the file, or choose another name (--as).',
		);
	const declaration = JSON.parse(text.replace(/^\ufeff/, ''));
	return JSON.stringify({ ...declaration, terms: { ...declaration.terms, [agreement]: rules } }, null, '\t');
}

function separatorFault(platform: string): Fault {
	return new Fault('the name of a platform is no path', JSON.stringify(platform), 'Leave the slash out.');
}
