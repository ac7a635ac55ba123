/**
 * Secrets by their names: each a variable of the environment, or a line `NAME=value` of the variable ALERT_SECRETS. A workflow cannot look
 * a secret up by a name that stands in a file, short of being handed all that the repository has; one secret with lines hands over these alone.
 */
import { Fault } from '../model/fault.ts';

/** Where whoever mends a channel begins. */
export const alertsPlace = 'collection.yml › alerts';

export interface Secrets {
	/** @throws Fault where it is missing or empty */
	readonly get: (name: string) => string;
	/** The text with each secret that was got, and each part of one, replaced by its name. */
	readonly hide: (text: string) => string;
}

export function secretsOf(environment: Readonly<Record<string, string | undefined>>): Secrets {
	const lines = parseLines(environment.ALERT_SECRETS ?? '');
	const got = new Map<string, string>();
	return {
		get(name) {
			const value = (environment[name] || lines.get(name) || '').trim();
			if (value === '') throw missing(name);
			for (const part of partsOf(value)) got.set(part, name);
			return value;
		},
		hide(text) {
			const longestFirst = [...got].sort(([one], [other]) => other.length - one.length);
			return longestFirst.reduce((hidden, [part, name]) => hidden.replaceAll(part, `(${name})`), text);
		},
	};
}

function parseLines(text: string): ReadonlyMap<string, string> {
	const pairs = [...text.matchAll(/^[ \t]*([A-Z][A-Z0-9_]*)[ \t]*=(.*)$/gm)];
	return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** Shorter ones would hide words that tell nothing. */
const shortest = { secret: 4, step: 9 } as const;

/** A server that complains may quote the path of an address alone, or its password as it is without signs for signs. */
function partsOf(value: string): string[] {
	const wholes = [value, ...value.split(/[\s,;]+/)];
	const steps: string[] = [];
	if (URL.canParse(value)) {
		const { pathname, username, password, search } = new URL(value);
		wholes.push(...[username, password].flatMap((part) => [part, decoded(part)]));
		steps.push(`${pathname}${search}`, pathname, ...pathname.split('/'));
	}
	const { secret, step } = shortest;
	return [
		...wholes.filter(({ length }) => length >= secret),
		...steps.filter(({ length }) => length >= step),
	];
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

function missing(name: string): Fault {
	return new Fault(
		`the secret ${name} is missing`,
		alertsPlace,
		`On GitHub, write a line ${name}=… into the repository's secret ALERT_SECRETS (Settings, Secrets and variables, Actions); elsewhere set the environment variable ${name}.`,
	);
}
