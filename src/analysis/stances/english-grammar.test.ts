import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachSentence } from '../../text/sentence-words.ts';
import { english } from './english-grammar.ts';
import { readSentence } from './sentence-reading.ts';

/** Who does it, and whether it is denied. @param marked a sentence whose act stands between asterisks; a bar ends the words above it */
function told(marked: string): string {
	const [above, own] = marked.includes('|') ? marked.split('|') : ['', marked];
	const leadEnd = (above as string).length;
	const parts = `${above}${own}`.split('*');
	const text = parts.join('');
	const [from, to] = [(parts[0] as string).length, (parts[0] as string).length + (parts[1] as string).length];
	let found = 'no sentence';
	eachSentence(text, (span) => {
		const places = [...span.starts.slice(0, span.count).keys()];
		const act = places.filter((at) => (span.starts[at] as number) >= from && (span.ends[at] as number) <= to);
		if (act.length === 0) return;
		const sentence = readSentence(text, span, leadEnd);
		const denied = english.denialOf(sentence, act) === -1 ? 'does' : 'denied';
		found = `${english.actorOf(sentence, act).actor} ${denied}`;
	});
	return found;
}

const sentences: Readonly<Record<string, readonly string[]>> = {
	'platform does': [
		'We use letters on ferries not available here, and for certain ads *sell* them.',
		'Where a law prohibits it:|we may *sell* it abroad.',
		'We will not pass it on unless one of the following applies:|we may *sell* it to harbours.',
		'If we are not able to sail:|we will *pay* the fare back.',
		'We use letters that do not contain names to *train* our models.',
		'For passengers, not gulls, this harbour may *sell* it.',
		'We do not pass data on, except as follows:|we may *sell* it to harbours.',
		'We may (a) read it as long as you do not object, and (b) *sell* it.',
		'You may not (a) read our letters, and (b) we may *sell* yours.',
		'We may *sell* your timetable data to partners.',
		'You agree that we may *sell* it.',
		'We or our service providers may *sell* it.',
		'You grant us the right to *sell* your drawings.',
		'You allow us to *sell* your drawings.',
		'Your data is *sold* to advertisers.',
		'We do not own your drawings and may *sell* copies of them.',
		'We do not read your letters, but we *sell* them.',
		'If you do not object, we will *sell* it.',
		'We not only keep your data but *sell* it.',
		'We may use content that is not private to *train* our models.',
		'We share with you what we *sell*.',
		'You grant the ferry company the right to *sell* your drawings.',
		'You hereby give us and our partners a licence to *sell* your drawings.',
		'Travellers who do not consent to us *selling* data stay on land.',
		'*We may close* your account if you sell tickets.',
		'*Vibe may sell* your data to partners.',
		'Either party may *end* the contract.',
		'If you don’t keep to these rules then *we can close* your account.',
		'*We may refuse to post drawings or close* your account.',
		'*We reserve the right, but are not obliged, to sell* it.',
		'If you pay late, your account may be *closed*.',
		'If the ferry is late without giving a reason, your account may be *closed*.',
		'If the fare is not paid, *Vibe may close* your account.',
		'We may, without giving notice, *close* your account.',
		'If you do not object, the data is *sold*.',
		'If you close your account, Ferryline may *keep* your letters.',
		'We and our affiliates may *sell* data.',
		'Data that is no longer needed will be *deleted*.',
		'Data is *sent to countries that* do not have such laws.',
		'In countries that don’t have such a law, the data is *sold*.',
		'Where the passenger does not pay, travels no more, Vibe Ferries *may close* the account.',
		'We reserve the right to disallow a name, and may *close* your account.',
		'Vibe may *end* a line by selling it to others.',
		'Both you and Vibe *may end* the contract.',
		'We do not own the letters which are used to *train* our models.',
		'We have no duty to guard letters that a passenger elects to *send* away.',
		'We prevent harm, and *train* our models.',
		'Where no letter was sent, and nobody wrote back, we may *sell* the stamp.',
		'A company that knows no rest, that pilots trust, will *sell* maps.',
		'In case of a law that would prohibit it, *we may end* the contract.',
	],
	'platform denied': [
		'We read it when you use the ferry, but do not *sell* it.',
		'We do not hold data that belongs to one of these kinds:|data to be *sold*;',
		'The harbour does not do this to data which it holds:|*sold* to others;',
		'We do not accept *responsibility* for it.',
		'We do not (1) read data that is private; or (2) *sell* it.',
		'We do not *sell* your data.',
		'We don’t collect, rent, lease, trade or *sell* your data.',
		'Under no circumstances will we *sell* your data.',
		'Nor will we *sell* it.',
		'Neither Vibe, nor any agent on behalf of Vibe, will ever *sell* data that names you without your consent.',
		'Your data is never *sold* to advertisers.',
		'Your *data is not sold*.',
		'We have stopped *selling* data.',
		'We run the ferry without *selling* your data.',
		'The company does not use any of your letters (such as notes, drawings and postcards) to *sell* tickets.',
		'We restrict our pilots from *selling* maps.',
		'We prevent our pilots from *selling* maps.',
		'This does not, however, permit us to *sell* it.',
		'We do not use letters of passengers who are known to be young for *model training*.',
		'What we do not do:|*Sell* your data.',
		'We are not *liable* for anything done by passengers.',
	],
	'you denied': [
		'You may not do this unless the captain agrees:|*sell* copies of it;',
		'You must not use the planner i) in a way that harms others, or ii) to *train* models.',
		'You may not: (a) copy what is ours; (b) *sell* tickets.',
		'Prohibition on *training* models.',
		'You may not *scrape* the planner.',
		'You must not *scrape* it or help others.',
		'You agree not to *scrape* the planner.',
		'You may not permit others to *scrape* the planner.',
		'Do not *scrape* the planner.',
		'The company prohibits any use of the planner to *scrape* timetables.',
		'This means that you cannot:|Use any words of ours (their drawings among them) in any manner, for purposes of *scraping* them',
		'Please never *scrape* the planner.',
		'*Scraping* of the planner is strictly prohibited.',
		'*Scraping* the planner is not permitted.',
		'You may not:| *scrape* the planner;',
		'Prohibited uses:| *scraping* the planner',
		'Users may not *scrape* the planner.',
		'We do not allow you to *scrape* the planner.',
		'We do not allow any *scraping* of the planner.',
		'What we do not welcome:|*Scripts that* read the planner',
		'You and all your apps must not, and must not encourage, enable or require others to, ever *scrape* the planner.',
		'You are not allowed to *scrape* the planner.',
		'You are not eligible for a *refund* of it.',
		'The harbour prohibits *posting drawings that:|show partners* of others.',
		'Learn the code by heart and never *disclose* it.',
		'Keep the code and do not *disclose* it.',
		'Publishers and their captains will not *sell* it.',
		'The harbour prohibits drawings that:|*sell* the data of others.',
	],
	'you does': [
		'You may *sell* your own drawings.',
		'We ask you to *sell* nothing but your own drawings.',
		'You may:| *sell* your drawings',
	],
	'third-party does': [
		'Third parties may *sell* what you show them.',
		'We know that our service providers may *sell* it.',
		'Your data may be *sold* by third parties.',
		'We work with partners that *sell* data.',
	],
};

for (const [expected, all] of Object.entries(sentences))
	test(`“${expected}” is told of each sentence that says so`, () => {
		for (const sentence of all) assert.equal(told(sentence), expected, sentence);
	});

test('a sentence without end is read in time that grows with its words', () => {
	for (const word of ['not ', 'you ', 'that ', 'by ', 'is not ', ', and may '])
		assert.match(told(`${word.repeat(5000)}*sell*`), / /);
});
