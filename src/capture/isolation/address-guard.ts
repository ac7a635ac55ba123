/**
 * Keeps the capture out of private networks: whoever writes a declaration, or answers with a redirect, must not reach the machine that
 * captures, its neighbours, or its cloud's metadata service.
 *
 * With a direct connection the address is looked at where the connection is made, so that a name cannot mean one address when it is
 * asked about and another when it is used. Through a proxy the proxy resolves names: then only addresses in figures and names
 * that are local by definition are refused, and the proxy must see to the rest.
 */
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';
import { CaptureFault } from '../capture-fault.ts';

/** IANA's special-purpose registry: what is not a host on the public internet (RFC 6890 and what came after it). */
const specialIPv4 = [
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	// Multicast and everything above: reserved, broadcast.
	'224.0.0.0/3',
];

/** Of IPv6 only 2000::/3 is public; in it these are not: protocol assignments with Teredo, documentation. */
const publicIPv6 = '2000::/3';
const specialIPv6 = ['2001::/23', '2001:db8::/32', '3fff::/20'];

/** Prefixes that hold an IPv4 address, and where in the eight groups it stands: mapped, NAT64 (RFC 6052), 6to4 (RFC 3056). */
const holdsIPv4: readonly (readonly [string, number])[] = [
	['::ffff:0:0/96', 6],
	['64:ff9b::/96', 6],
	['2002::/16', 1],
];

const blockedIPv4 = listOf(specialIPv4, 'ipv4');
const openIPv6 = listOf([publicIPv6], 'ipv6');
const blockedIPv6 = listOf(specialIPv6, 'ipv6');
const holders = holdsIPv4.map(([prefix, at]) => ({ list: listOf([prefix], 'ipv6'), at }));

function listOf(prefixes: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const prefix of prefixes) {
		const [net = '', bits] = prefix.split('/');
		list.addSubnet(net, Number(bits), family);
	}
	return list;
}

/** True for every address that is no host of the public internet. @param ip IPv4 or IPv6, without brackets */
export function isPrivateAddress(ip: string): boolean {
	if (isIPv4(ip)) return blockedIPv4.check(ip, 'ipv4');
	// A zone (fe80::1%eth0) exists on a link alone.
	if (isIP(ip) === 0 || ip.includes('%')) return true;
	const holder = holders.find(({ list }) => list.check(ip, 'ipv6'));
	if (holder !== undefined) return isPrivateAddress(heldIPv4(ip, holder.at));
	return !openIPv6.check(ip, 'ipv6') || blockedIPv6.check(ip, 'ipv6');
}

function heldIPv4(ip: string, at: number): string {
	const figures = groupsOf(ip)
		.slice(at, at + 2)
		.flatMap((group) => [group >> 8, group & 255]);
	return figures.join('.');
}

/** The eight groups of an IPv6 address; the URL parser writes any spelling of it in its shortest form. */
function groupsOf(ip: string): number[] {
	const [head = '', tail] = new URL(`http://[${ip}]/`).hostname.slice(1, -1).split('::');
	const numbers = (part: string | undefined) =>
		(part ?? '')
			.split(':')
			.filter(Boolean)
			.map((group) => Number.parseInt(group, 16));
	const [before, after] = [numbers(head), numbers(tail)];
	return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/**
 * Refuses an address by its name alone.
 * @throws CaptureFault `private-address` for a private address in figures and for a name that is local by definition (RFC 6761, 6762,
 * 8375; ICANN's .internal), a name without a dot among them
 */
export function refusePrivateName(address: string): void {
	// The URL parser has turned 0x7f.1, 2130706433 and 0177.0.0.1 into 127.0.0.1 already.
	const name = new URL(address).hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
	const isLocal =
		isIP(name) === 0
			? !name.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(name)
			: isPrivateAddress(name);
	if (isLocal) throw new CaptureFault('private-address', address, { host: name });
}

/**
 * Refuses an address whose name leads into a private network now. Whoever connects by other means than `guardLookup` has the time
 * between this answer and the connection to be deceived in: for a browser, which offers nothing better.
 * @throws CaptureFault `private-address`; a name that cannot be found is left to whoever connects
 */
export async function refusePrivate(address: string, lookup: LookupFunction = systemLookup): Promise<void> {
	refusePrivateName(address);
	const { hostname } = new URL(address);
	if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return;
	const found = await new Promise<readonly LookupAddress[]>((resolve) => {
		lookup(hostname, { all: true }, (error, result) => resolve(error === null ? addressesOf(result) : []));
	});
	const wrong = found.find(({ address: ip }) => isPrivateAddress(ip));
	if (wrong !== undefined) throw new CaptureFault('private-address', address, { host: wrong.address });
}

/** A lookup for connections that fails where any address of the name is private. */
export function guardLookup(lookup: LookupFunction = systemLookup): LookupFunction {
	return (hostname, options, callback) => {
		const all: LookupOptions = { ...options, all: true };
		lookup(hostname, all, (error, result) => {
			const found = error === null ? addressesOf(result) : [];
			const wrong = found.find(({ address }) => isPrivateAddress(address));
			const [first] = found;
			if (error !== null) callback(error, '');
			else if (wrong !== undefined)
				callback(new CaptureFault('private-address', `http://${hostname}/`, { host: wrong.address }), '');
			else if (options.all === true) callback(null, [...found]);
			else callback(null, first?.address ?? '', first?.family);
		});
	};
}

function addressesOf(result: string | readonly LookupAddress[]): readonly LookupAddress[] {
	return typeof result === 'string' ? [{ address: result, family: isIP(result) }] : result;
}
