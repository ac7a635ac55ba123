/** The parts that today’s text is drawn from: clauses, in lists and tables as they stand in the document. */

export interface Clause {
	readonly anchor: string;
	/** Leading number where it can be told apart from the words, else empty; then it is part of the HTML. */
	readonly number: string;
	readonly html: string;
}

export interface Item extends Clause {
	readonly items: readonly Item[];
}

export interface TableRow {
	readonly anchor: string;
	readonly cells: readonly string[];
}

export type Block =
	| { readonly kind: 'paragraph'; readonly clause: Clause }
	| { readonly kind: 'list'; readonly items: readonly Item[] }
	/** `head` is the first row where it names the columns. */
	| { readonly kind: 'table'; readonly head: TableRow | null; readonly rows: readonly TableRow[] };
