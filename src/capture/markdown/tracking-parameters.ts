/** Links without what follows people: where they lead in the end, and no parameter that says who went there. */
import { targetOfRedirect } from './redirect-links.ts';

/**
 * Parameters of links that follow people and say nothing about what a link leads to: dropped from every link, because they differ from
 * fetch to fetch and would make versions of nothing. Each name belongs to one vendor and has one meaning; names that a site could choose
 * content by (id, ref, source, lang, page, h, s) are not here: a declaration can name them under removeQueryParams.
 */
const names: ReadonlySet<string> = new Set([
	// Clicks on advertisements: Google, DoubleClick, Meta, Microsoft, X, TikTok, LinkedIn, Yandex, Snapchat, Pinterest, Reddit.
	'gclid',
	'gclsrc',
	'gbraid',
	'wbraid',
	'gad_source',
	'gad_campaignid',
	'dclid',
	'fbclid',
	'msclkid',
	'twclid',
	'ttclid',
	'li_fat_id',
	'yclid',
	'ysclid',
	'sccid',
	'epik',
	'rdt_cid',
	// Readers followed from one site to the next: Google Analytics, Adobe, Matomo's and Piwik's campaigns carry a prefix, see below.
	'_ga',
	'_gl',
	's_kwcid',
	'ef_id',
	// Shares: Instagram, YouTube and Spotify write who shared a link.
	'igshid',
	'igsh',
	// Letters to customers: Mailchimp, HubSpot, Marketo, Klaviyo, Vero, Drip, Omeda, Olytics.
	'mc_cid',
	'mc_eid',
	'_hsenc',
	'_hsmi',
	'__hssc',
	'__hstc',
	'__hsfp',
	'hsctatracking',
	'mkt_tok',
	'_kx',
	'vero_id',
	'vero_conv',
	'__s',
	'oly_anon_id',
	'oly_enc_id',
	'wickedid',
]);

/** Campaigns: Google's utm_ (which all others read too), Matomo's mtm_ and pk_, Piwik's old piwik_, HubSpot's hsa_. */
const prefixes = /^(?:utm|mtm|pk|piwik|hsa)_[a-z]/;

/** Where it really leads, without tracking parameters; as it is, letter by letter, where it has none. */
export function withoutTracking(url: URL): URL {
	return withoutNamed(targetOfRedirect(url), isTracking);
}

/** The address without the parameters whose names are among these; as it is, letter by letter, where it has none. */
export function withoutNamed(url: URL, isUnwanted: (name: string) => boolean): URL {
	const unwanted = [...new Set(url.searchParams.keys())].filter(isUnwanted);
	if (unwanted.length === 0) return url;
	// Not through searchParams: that would write the other parameters anew.
	const kept = url.search
		.slice(1)
		.split('&')
		.filter((pair) => !unwanted.includes([...new URLSearchParams(`?${pair}`).keys()][0] ?? ''));
	const clean = new URL(url);
	// With its own mark: of a query that begins with one, the setter would take that for it.
	clean.search = kept.length === 0 ? '' : `?${kept.join('&')}`;
	return clean;
}

function isTracking(name: string): boolean {
	const lower = name.toLowerCase();
	return names.has(lower) || prefixes.test(lower);
}
