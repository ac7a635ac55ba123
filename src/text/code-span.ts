/** Words from outside within Markdown: as code, in which a forge sees no link, no mention, no reference to an issue and no markup. */
import { legibleLine } from './legible.ts';

/** One line of code. The sign that could end it stands in another form. */
export function codeSpan(text: string): string {
	const line = legibleLine(text).replaceAll('`', "'");
	return line === '' ? '' : `\`${line}\``;
}

/** A block of code of these lines; nothing in it can be taken for its end, or for a comment that somebody looks for. */
export function codeBlock(lines: readonly string[]): string {
	const inert = lines.map((line) => legibleLine(line).replaceAll('```', "'''").replaceAll('<!--', '<! --'));
	return `\`\`\`\n${inert.join('\n')}\n\`\`\``;
}
