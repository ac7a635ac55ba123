/** What the faults of one kind have in common. Every kind stands in one of the tables of this folder; a new one is one more entry. */
export interface FaultEntry<Facts> {
	/** What status.json keeps, and what a run decides by; several kinds may share one. */
	readonly code: string;
	/** What happened, in a sentence made from the facts: plain values, which pass from thread to thread. */
	readonly what: (facts: Facts) => string;
	/** What to do about it. */
	readonly remedy: string;
	/** Where another try within the same run makes sense. */
	readonly passes?: boolean;
}

export type FaultTable = Readonly<Record<string, FaultEntry<never>>>;
