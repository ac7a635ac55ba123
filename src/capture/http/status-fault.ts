/** What a status other than success means for a capture, and what to do about it. */
import { type CaptureCode, CaptureFault } from '../capture-fault.ts';
import { PassingFault } from '../politeness/retry.ts';

interface Meaning {
	readonly code: CaptureCode;
	readonly remedy: string;
	/** True where another try in the same run makes sense. */
	readonly passing?: boolean;
}

const gone: Meaning = {
	code: 'not-found',
	remedy: 'The page is gone: look for its new address and correct the declaration.',
};
const forbidden: Meaning = {
	code: 'forbidden',
	remedy:
		'Open the address in a browser. If people need an account there, it cannot be archived; if they see it, the server turns robots away, and a browser (executeClientScripts) may be let in.',
};
const later: Meaning = {
	code: 'unavailable',
	remedy: 'It may pass; if it stays, open the address in a browser and see whether it answers people.',
	passing: true,
};
const unusable = (remedy: string): Meaning => ({ code: 'status', remedy });

const meanings: Readonly<Record<number, Meaning>> = {
	202: unusable('Usually a wall for robots: see whether a browser (executeClientScripts) is let in.'),
	204: unusable('The server says that there is no page: see what a browser shows, and correct the address.'),
	205: unusable('The server says that there is no page: see what a browser shows, and correct the address.'),
	206: unusable(
		'The server sent a part that nobody asked for. It may pass; if it stays, report it to the site.',
	),
	304: unusable(
		'The server calls unchanged what it was not asked about. It may pass; if it stays, report it to the site.',
	),
	401: forbidden,
	402: forbidden,
	403: forbidden,
	404: gone,
	406: unusable(
		'The server has the page in no language or form that was asked for: see `languages` in collection.yml.',
	),
	407: unusable('The proxy wants a name and a password: put them into its address (HTTPS_PROXY).'),
	408: later,
	410: gone,
	425: later,
	429: {
		code: 'rate-limited',
		remedy:
			'The next run asks again. If it stays, raise `delay` in collection.yml, or run the capture less often.',
		passing: true,
	},
	451: {
		code: 'forbidden',
		remedy:
			'The page is withheld for legal reasons where this capture runs; it may be there for readers in other countries.',
	},
	501: { ...later, passing: false },
	505: { ...later, passing: false },
	// Of a proxy in front of the site: its certificate is not right, and will not be in a minute.
	525: { ...later, passing: false },
	526: { ...later, passing: false },
};

/** @param wait milliseconds that the server asks to wait; null where it does not say */
export function statusFault(status: number, address: string, wait: number | null): CaptureFault {
	const meaning = meanings[status] ?? (status >= 500 ? later : unusable(openIt));
	const what = `the server answered with status ${status}`;
	if (meaning.passing === true)
		return new PassingFault(meaning.code, what, address, meaning.remedy, undefined, wait);
	return new CaptureFault(meaning.code, what, address, meaning.remedy);
}

const openIt = 'It may pass; if it stays, open the address in a browser and see whether it answers people.';
