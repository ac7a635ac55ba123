/** New nodes for a page. */
import { Element, Text } from 'domhandler';

export function textNode(data: string): Text {
	return new Text(data);
}

export function lineBreak(): Element {
	return new Element('br', {});
}
