/** Elements of a page, found and made: what its scripts share. Archived words become text nodes, so they cannot act. */

import { breakableParts } from '../site/addresses/breakable-name.ts';

/** @throws Error where there is none: page and script come from different builds */
export function part<Kind extends Element>(selector: string, within: ParentNode = document): Kind {
	const found = within.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The page has no ${selector}`);
	return found;
}

export function make(tag: string, className = '', text = ''): HTMLElement {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	made.textContent = text;
	return made;
}

export function link(address: string, text = ''): HTMLAnchorElement {
	const made = document.createElement('a');
	made.href = address;
	made.textContent = text;
	return made;
}

/** The name of a platform or agreement, which may break after the dots of a host name. */
export function nameElement(name: string): HTMLElement {
	const made = make('bdi');
	for (const [at, part] of breakableParts(name).entries())
		made.append(...(at === 0 ? [] : [document.createElement('wbr')]), part);
	return made;
}
