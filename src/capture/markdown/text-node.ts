/** A new run of text for a page. */
import { Text } from 'domhandler';

export function textNode(data: string): Text {
	return new Text(data);
}
