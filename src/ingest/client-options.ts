/** What a collection says of how it fetches, as the capture understands it: who asks, how often, what is allowed. */
import manifest from '../../package.json' with { type: 'json' };
import type { ClientOptions, Proxies } from '../capture/create-client.ts';
import type { Collection } from '../model/collection.ts';

/** The variables of a GitHub workflow that tell where it runs. */
type Environment = Readonly<Partial<Record<'GITHUB_SERVER_URL' | 'GITHUB_REPOSITORY', string>>>;

/** Names the collection and the way to its maintainer, so that the operator of a site can ask or complain. */
export function clientOptionsOf(
	collection: Collection,
	environment: Environment,
): Omit<ClientOptions, 'proxy'> {
	const about = `${collection.name}; +${contactOf(collection, environment)}`
		.normalize('NFKD')
		.replace(/[^\x20-\x7e]|[()\\]/g, '');
	return {
		userAgent: `Clausetrail/${manifest.version} (${about})`,
		languages: collection.languages,
		delay: collection.delay * 1000,
		robotsPassedOver: collection.robots.map(({ host }) => host),
		privateAddresses: collection.privateAddresses,
	};
}

/** A repository can be written to as well: that of a workflow is better than an address that is nobody's. */
function contactOf({ contact, site }: Collection, environment: Environment): string {
	const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = environment;
	if (contact !== undefined) return contact;
	return isPlaceholder(site) && repository ? `${server}/${repository}` : site;
}

/** The proxies of an environment, as other programs read it: small letters win. */
export function proxiesOf(environment: NodeJS.ProcessEnv): Proxies {
	const read = (name: string) => environment[name.toLowerCase()] || environment[name];
	return { http: read('HTTP_PROXY'), https: read('HTTPS_PROXY'), except: read('NO_PROXY') };
}

/** A sentence for whoever has not said yet how the operators of the fetched sites can reach them; null where they have. */
export function contactRemark({ contact, site }: Collection): string | null {
	if (contact !== undefined || !isPlaceholder(site)) return null;
	return `nobody can be reached at ${site}, which the robot gives as its contact: set site or contact in collection.yml`;
}

/** Addresses of examples and of this machine (RFC 2606, RFC 6761), among them those that this program ships with. */
function isPlaceholder(site: string): boolean {
	const { hostname } = new URL(site);
	return /(?:^|\.)(?:localhost|example|test|invalid|example\.(?:com|net|org)|example\.github\.io)$|^127\./.test(
		hostname,
	);
}
