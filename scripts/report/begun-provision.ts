/** What the archive knows of a clause whose provision was begun, in words. */
import { standSince } from '../../src/analysis/history/blame.ts';
import type { BegunProvision } from '../../src/authoring/begin-provision.ts';
import { unwritten } from '../../src/model/editorial.ts';

export function formatBegun({ file, agreement, history, clauses, topics }: BegunProvision): string {
	const dayOf = (version: number): string => agreement.versions[version]?.fetched.slice(0, 10) ?? '';
	const [topic = 'none was found: name one of src/content/topics', ...others] = topics;
	const further = others.length === 0 ? '' : `, also ${others.join(', ')}`;
	return [
		...clauses.map((text) => `clause   ${text}`),
		`number   ${history.number || 'none'}`,
		`anchor   #${history.anchor}`,
		`since    ${dayOf(history.inTheseWordsSince)} (these words), ${dayOf(standSince(agreement, history.clauses))} (this clause)`,
		`today    ${history.state}`,
		`topic    ${topic}${further} (found by rule: judge yourself)`,
		`written  ${file}`,
		`to do    what says ${unwritten}: until it is written, npm run check and the build refuse the file`,
	].join('\n');
}
