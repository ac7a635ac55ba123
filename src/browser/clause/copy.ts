/** Buttons that copy the text beside them. Runs in the browser; without it the buttons stay hidden and the text can be selected. */

/** How long a button says what it did, in milliseconds. */
const told = 2000;

export function startCopyButtons(root: ParentNode): void {
	for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
		const source = button.parentElement?.querySelector<HTMLElement>('pre');
		if (!source) continue;
		button.hidden = false;
		button.addEventListener('click', () => void copy(button, source));
	}
}

async function copy(button: HTMLButtonElement, source: HTMLElement): Promise<void> {
	const done = await copyText(source.textContent ?? '');
	if (!done) getSelection()?.selectAllChildren(source);
	tell(button, done ? 'Copied' : 'Selected: copy it with your keyboard');
}

/** False where the browser does not let a page copy, as at an address without encryption. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Says for a moment on the button itself what it did; a screen reader hears it where the button is a live region. */
export function tell(button: HTMLElement, words: string): void {
	button.dataset.label ??= button.textContent ?? '';
	button.textContent = words;
	setTimeout(() => {
		button.textContent = button.dataset.label ?? '';
	}, told);
}
