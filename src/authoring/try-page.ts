/** Fetches one page as a capture would and tells what would be archived of it. */
import { parseDeclaration, readCollection } from '../archive/collection.ts';
import { type Captured, captureAgreement } from '../capture/capture-agreement.ts';
import { CaptureFault } from '../capture/capture-fault.ts';
import type { FetchClient } from '../capture/client.ts';
import { closeClient, createClient } from '../capture/create-client.ts';
import { type TextWarning, textWarnings } from '../capture/extract/text-warnings.ts';
import { fetchPage } from '../capture/http/fetch-page.ts';
import { type Proposal, proposeSelector } from '../capture/selection/propose-selector.ts';
import { clientOptionsOf, proxiesOf } from '../ingest/client-options.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { isPdf } from '../model/snapshot-kind.ts';
import type { Rules } from './write-declaration.ts';

export interface Trial {
	readonly rules: Rules;
	/** Null where the selector was given, or none is needed. */
	readonly proposal: Proposal | null;
	readonly captured: Captured;
	readonly warnings: readonly TextWarning[];
	/** The text of a second fetch; null where it was the same. */
	readonly second: string | null;
}

export interface TrialRequest {
	readonly address: string;
	/** CSS; left out: proposed. */
	readonly select?: string | undefined;
	readonly remove?: readonly string[] | undefined;
	/** True: the page is shown in a browser. */
	readonly browser?: boolean;
}

/**
 * Fetches the page two or three times, each in its host's turn: once to find the main text, where no selector is given, and twice to read it.
 * @throws Fault where nothing would be recorded
 */
export async function tryPage(request: TrialRequest, client: FetchClient): Promise<Trial> {
	const { rules, proposal } = await rulesFor(request, client);
	const declared = declaredBy(rules);
	const captured = await captureAgreement(declared, client);
	const again = await captureAgreement(declared, client, captured);
	const second = again.text === captured.text ? null : again.text;
	return { rules, proposal, captured, warnings: textWarnings(captured.text), second };
}

/** The same as politely as the collection asks for. */
export async function tryPageFor(directory: string, request: TrialRequest): Promise<Trial> {
	const options = clientOptionsOf(await readCollection(directory), process.env);
	const client = createClient({ ...options, proxy: proxiesOf(process.env) });
	return tryPage(request, client).finally(() => closeClient(client));
}

/** The same door as that of a file, so that what is tried is what can be written. */
function declaredBy(rules: Rules): DeclaredAgreement {
	const text = JSON.stringify({ name: 'Trial', terms: { Trial: rules } });
	return parseDeclaration(text, 'Trial.json')[0] as DeclaredAgreement;
}

interface ChosenRules {
	readonly rules: Rules;
	readonly proposal: Proposal | null;
}

async function rulesFor(request: TrialRequest, client: FetchClient): Promise<ChosenRules> {
	const { select } = request;
	return select === undefined
		? proposeRules(request, client)
		: { rules: rulesWith(select, request), proposal: null };
}

/** A page without running text is looked at once more, in a browser. */
async function proposeRules(request: TrialRequest, client: FetchClient): Promise<ChosenRules> {
	const { address, browser = false } = request;
	const anywhere = { fetch: address, select: 'body' };
	declaredBy(anywhere);
	const page = browser ? await render(address, client) : await fetchPage(address, client);
	// An address that does not end in .pdf needs a selector, which a PDF does not look at.
	if (isPdf(page.bytes)) return { rules: anywhere, proposal: null };
	const proposal = proposeSelector(page.html);
	if (proposal !== null) return { rules: rulesWith(proposal.selector, request), proposal };
	if (!browser) return proposeRules({ ...request, browser: true }, client);
	throw new CaptureFault('page-without-text', address, {});
}

function rulesWith(select: string, { address, remove, browser = false }: TrialRequest): Rules {
	return {
		fetch: address,
		select,
		...(remove === undefined ? {} : { remove: [...remove] }),
		...(browser ? { executeClientScripts: true } : {}),
	};
}

function render(address: string, client: FetchClient) {
	const source = { address, select: ['body'], remove: [], filters: [], executeClientScripts: true };
	return client.browser.render(source, client);
}
