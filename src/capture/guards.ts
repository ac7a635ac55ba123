/** What must never become a version. Every threshold stands here, with the reason for its value. */
import { CaptureFault } from './capture-fault.ts';

/** Of 877 archived agreements the shortest real one is an imprint of 34 words; what was captured by mistake has 1 to 16. */
const fewestWords = 20;

/**
 * A page for robots is a few sentences; an agreement that mentions captchas or cookies is far longer. Of the same 877 two show a
 * sign below this length, both of them walls.
 */
const longestWall = 200;

/** What pages say that were made for robots instead of readers. */
const wallSigns: readonly RegExp[] = [
	/\b(?:verify|confirm|prove|checking|make sure)\b.{0,40}\b(?:you are|you're|you’re|if you are|that you are)\b.{0,20}\b(?:human|not a (?:ro)?bot)\b/is,
	/\benable\b.{0,30}\b(?:javascript|cookies)\b.{0,60}\b(?:to continue|and (?:cookies|reload|javascript)|to (?:view|access|proceed|use)|in your browser)\b/is,
	/\bjavascript\b.{0,40}\b(?:is disabled|is required|must be enabled|to run this app)\b/is,
	/\bchecking (?:your browser|if the site connection is secure)\b/i,
	/\bjust a moment\b.{0,400}\b(?:cloudflare|browser|security|ray id)\b/is,
	/\b(?:complete|solve|pass)\b.{0,30}\b(?:captcha|security check|the challenge)\b/is,
	/\b(?:unusual|suspicious|automated) (?:traffic|activity|requests?)\b/i,
	/\b(?:access denied|request blocked|you have been blocked|attention required)\b/i,
	/\bpress (?:and|&) hold\b/i,
];

/**
 * @param text of the agreement, as it would be recorded
 * @throws CaptureFault where the text cannot be an agreement
 */
export function guardText(text: string, address: string): void {
	const words = countWords(text);
	if (words === 0) {
		throw fault('empty', 'the selected part of the page holds no text', address, mendSelector);
	}
	const sign = words <= longestWall ? wallSigns.map((wall) => wall.exec(text)?.[0]).find(Boolean) : undefined;
	if (sign !== undefined) {
		const said = sign.replace(/\s+/g, ' ').slice(0, 80);
		throw fault(
			'bot-wall',
			`the page is a wall for robots, no agreement: it says “${said}”`,
			address,
			waitOrBrowser,
		);
	}
	if (words < fewestWords) {
		throw fault('short', `the selected part of the page holds only ${words} words`, address, mendSelector);
	}
}

const mendSelector =
	'If people see the agreement there, correct the selector; the page may need a browser to show it.';
const waitOrBrowser =
	'Nothing was recorded. It may pass; if it stays, the page can only be captured with a browser.';

/** Letters and digits without a space between them; a character of a script without spaces counts as one. */
function countWords(text: string): number {
	const spoken = text.replace(/\]\([^)]*\)/g, ']');
	return (
		spoken.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu)
			?.length ?? 0
	);
}

function fault(
	code: 'empty' | 'short' | 'bot-wall',
	what: string,
	where: string,
	remedy: string,
): CaptureFault {
	return new CaptureFault(code, what, where, remedy);
}
