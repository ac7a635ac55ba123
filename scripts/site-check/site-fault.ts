/** What a check of a built site finds wrong. */
export interface SiteFault {
	/** File of the site. */
	readonly page: string;
	readonly what: string;
}
