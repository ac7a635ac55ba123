/** Where a feed is, in both of its forms. */
import { absolute } from '../addresses/urls.ts';

/** @param rss path of the feed; the same in JSON lies beside it */
export function feedsOf(rss: string): { readonly rss: string; readonly json: string } {
	return { rss: absolute(rss), json: absolute(rss.replace(/\.xml$/, '.json')) };
}
