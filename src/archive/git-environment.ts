/**
 * What every git that this program starts is given, so that the same archive reads the same everywhere: whatever its own config, the
 * user's or the environment say, and so that nothing in it can name a program to be run.
 */

/** Signs of a name that git or its helpers read: each can point them at another repository, another config or a program. */
const guarded = /^(?:git_.*|editor|visual|pager|prefix|ssh_askpass)$/i;

/** Where the user keeps config. It holds `safe.directory`, without which a build in a container may not read at all. */
const placesOfConfig = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);

/** Git writes nowhere of its own accord, asks nobody, speaks English, and fetches nothing that it lacks. */
const own: Readonly<Record<string, string>> = {
	LC_ALL: 'C',
	LANGUAGE: 'C',
	GIT_OPTIONAL_LOCKS: '0',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_NO_LAZY_FETCH: '1',
	GIT_TERMINAL_PROMPT: '0',
};

/**
 * Settings that win over those of every file. What a command's own options can say better stands with the command; here is what
 * has no option, runs a program, or concerns all commands.
 */
const settings: readonly (readonly [key: string, value: string])[] = [
	['core.fsmonitor', 'false'],
	['core.hooksPath', '/dev/null'],
	// It repeats what the commits say, and would be believed where it says something else.
	['core.commitGraph', 'false'],
	['core.quotePath', 'false'],
	['color.ui', 'false'],
	['i18n.commitEncoding', 'UTF-8'],
	['i18n.logOutputEncoding', 'UTF-8'],
	['log.showSignature', 'false'],
	['log.showRoot', 'true'],
	['log.follow', 'false'],
	['log.diffMerges', 'separate'],
	['diff.ignoreSubmodules', 'none'],
	['advice.graftFileDeprecated', 'false'],
];

/** In the form that stands behind `-c`. */
export const gitSettings: readonly string[] = settings.map(([key, value]) => `${key}=${value}`);

/** `log` of `-c core.abbrev=12 log --raw` */
export function commandOf(args: readonly string[]): string {
	return args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '';
}

const fetching = new Set(['fetch', 'clone']);

/**
 * The whole environment of `git <args>`. Only a command whose task is to fetch reaches another repository, and only one on this disk: a
 * clone that lacks objects would otherwise ask for them by whatever program its config names.
 */
export function gitEnvironment(
	args: readonly string[],
	ambient: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
	const kept = Object.entries(ambient).filter(
		([name, value]) => value !== undefined && (!guarded.test(name) || placesOfConfig.has(name)),
	);
	return {
		...(Object.fromEntries(kept) as Record<string, string>),
		...own,
		...safeDirectories(ambient),
		GIT_ALLOW_PROTOCOL: fetching.has(commandOf(args)) ? 'file' : '',
	};
}

/** Of the settings that the environment holds, the owners that are trusted: machines that build in containers say it so. */
function safeDirectories(ambient: NodeJS.ProcessEnv): Record<string, string> {
	const count = Number(ambient.GIT_CONFIG_COUNT ?? 0);
	const values = Array.from({ length: count > 0 && count < 1000 ? count : 0 }, (_, at) => at)
		.filter((at) => ambient[`GIT_CONFIG_KEY_${at}`]?.toLowerCase() === 'safe.directory')
		.map((at) => ambient[`GIT_CONFIG_VALUE_${at}`] ?? '');
	if (values.length === 0) return {};
	const pairs = values.flatMap((value, at) => [
		[`GIT_CONFIG_KEY_${at}`, 'safe.directory'],
		[`GIT_CONFIG_VALUE_${at}`, value],
	]);
	return { GIT_CONFIG_COUNT: String(values.length), ...Object.fromEntries(pairs) };
}
