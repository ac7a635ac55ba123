/** Addresses from the commits of strangers, made fit to stand in a link. */
import { showInvisible } from '../../text/legible.ts';

export interface SourceLink {
	/** Null where the address is none that a link may lead to. */
	readonly href: string | null;
	readonly words: string;
}

/** `https://acme.example/legal/terms?x=1` → a link that reads `acme.example/legal/terms` */
export function sourceLinks(sources: readonly string[]): SourceLink[] {
	return sources.map((source) => {
		const address = URL.canParse(source) ? new URL(source) : null;
		if (address === null || !/^https?:$/.test(address.protocol))
			return { href: null, words: showInvisible(source) };
		[address.username, address.password] = ['', ''];
		return { href: address.href, words: `${address.host}${address.pathname}`.replace(/\/$/, '') };
	});
}
