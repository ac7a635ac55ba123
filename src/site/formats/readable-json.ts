/** JSON that a person can read, and that hardly weighs more than on one line. */

/** A field a line, and of a list of objects an item a line. @param answer without a field that is undefined */
export function readableJson(answer: object): string {
	const fields = Object.entries(answer).map(([name, value]) => `${JSON.stringify(name)}: ${written(value)}`);
	return `{\n${fields.join(',\n')}\n}\n`;
}

function written(value: unknown): string {
	const isTable = Array.isArray(value) && value.some((item) => typeof item === 'object');
	return isTable ? `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]` : JSON.stringify(value);
}
