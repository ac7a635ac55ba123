/** Prints one clause with its citation, in the browser: what stands beside it on the page is left out for the time of the print. */

/** @param panel what belongs to the clause; what of it is open is printed too */
export function printAlone(article: HTMLElement, target: HTMLElement, panel: HTMLElement): void {
	const age = target.closest('.run, .heading')?.querySelector<HTMLElement>('.age') ?? panel;
	const beside = others(article, [target, panel, age, ...headingAbove(article, target)]);
	for (const other of beside) other.dataset.unprinted = '';
	document.documentElement.classList.add('print-clause');
	addEventListener(
		'afterprint',
		() => {
			for (const other of beside) delete other.dataset.unprinted;
			document.documentElement.classList.remove('print-clause');
		},
		{ once: true },
	);
	print();
}

/** Elements beside the way from the text down to what is kept. */
function others(article: HTMLElement, kept: readonly HTMLElement[]): HTMLElement[] {
	const found: HTMLElement[] = [];
	const visit = (parent: HTMLElement): void => {
		for (const child of parent.children) {
			if (!(child instanceof HTMLElement) || kept.includes(child)) continue;
			if (kept.some((one) => child.contains(one))) visit(child);
			else found.push(child);
		}
	};
	visit(article);
	// What stands below a clause in a list is a clause of its own.
	for (const list of kept[0]?.querySelectorAll<HTMLElement>(':scope > ul') ?? []) found.push(list);
	return found;
}

/** So that a reader knows what the clause is about. */
function headingAbove(article: HTMLElement, target: HTMLElement): HTMLElement[] {
	const headings = [...article.querySelectorAll<HTMLElement>('.heading')];
	const above = headings.findLast(
		(heading) => heading.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
	);
	return above === undefined ? [] : [above];
}
