/** What a check of a built site finds wrong. */
export interface SiteFault {
	/** File of the site. */
	readonly page: string;
	readonly what: string;
	/**
	 * True where no reader may be given such a page: it acts by itself, or asks another host. A link that leads nowhere spoils a page and nothing
	 * else: for one of them a site that has everything else must not stay behind.
	 */
	readonly stops: boolean;
}
