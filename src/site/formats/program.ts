/** The program that made an answer or a data set, by name and release. */
import manifest from '../../../package.json' with { type: 'json' };

/** `1.2.3`, for people. */
export const release = manifest.version;

export const program = `${manifest.name}/${manifest.version}`;
