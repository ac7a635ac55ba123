/** CSS selectors that end too early, closed as browsers close them: what is open at the end of a style sheet ends there. */

/** `h2[id^="draft` → `h2[id^="draft"]`, `:not(.a` → `:not(.a)`; any other selector as it is. */
export function closeSelector(selector: string): string {
	const open: string[] = [];
	let quote = '';
	let isEscaped = false;
	for (const sign of selector) {
		if (isEscaped) isEscaped = false;
		else if (sign === '\\') isEscaped = true;
		else if (quote !== '') quote = sign === quote ? '' : quote;
		else if (sign === '"' || sign === "'") quote = sign;
		else if (sign === '[' || sign === '(') open.push(sign === '[' ? ']' : ')');
		else if (sign === open.at(-1)) open.pop();
	}
	// A lone backslash at the end would escape what closes.
	return isEscaped ? selector : selector + quote + open.reverse().join('');
}
