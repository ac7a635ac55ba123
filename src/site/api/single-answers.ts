/** Answers that there are once, by the name of their file. */
import type { Archive } from '../../model/archive.ts';
import { apiFiles } from '../addresses/api-urls.ts';
import { program } from '../formats/program.ts';
import { indexAnswer } from './index-answer.ts';
import { lookupAnswer } from './lookup-answer.ts';
import { openApiDocument } from './openapi.ts';
import { provisionsAnswer } from './provisions-answer.ts';
import { statusAnswer } from './status-answer.ts';

export const singleAnswers: Readonly<Record<string, (archive: Archive) => object>> = {
	[apiFiles.index]: indexAnswer,
	[apiFiles.openapi]: ({ collection: { name, licence } }) =>
		openApiDocument({ name, engine: program, licence }),
	[apiFiles.lookup]: lookupAnswer,
	[apiFiles.provisions]: provisionsAnswer,
	[apiFiles.status]: statusAnswer,
};
