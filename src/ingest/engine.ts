/** The name of the program that reads texts from pages, as it stands in the commits: two that may read a page differently have two names. */
import manifest from '../../package.json' with { type: 'json' };
import { codeHash } from '../code-hash.ts';

/**
 * The release, and a hash of the code that reads pages and of the packages it uses (build metadata of Semantic Versioning 2.0.0): whoever
 * corrects a rule between two releases need not think of giving it another number.
 */
export const engine = `${manifest.version}+${codeHash(['src/capture', 'src/text', 'src/model/declaration.ts']).slice(0, 8)}`;
