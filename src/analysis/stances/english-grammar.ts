/**
 * English: the subject stands before its verb, and so does what denies it. Both are looked for backwards from the act, up to where
 * another clause begins. No parser: one that is right about agreements would be a hundred times the size, and a sentence that these
 * few rules cannot tell is one that takes no side.
 */
import type { Actor } from '../../model/topic.ts';
import type { Grammar, ProvenActor } from './grammar.ts';
import type { Break, SentenceReading } from './sentence-reading.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Begins a clause of its own: what stands before says nothing of what comes after. */
const clauseStarts = setOf(
	'if when whenever where wherever unless until because since although though while whereas whether however but that which who whom whose what how why except provided so than',
);
const auxiliaries = setOf(
	"may might can could will would shall should must do does did is are was were be been being has have had am cannot can't won't don't doesn't didn't isn't aren't wasn't weren't shan't shouldn't wouldn't mustn't couldn't haven't hasn't we'll we're we've you'll you're you've",
);
const denying = setOf(
	"not never no neither nor none nobody nothing cannot can't won't don't doesn't didn't isn't aren't wasn't weren't shan't shouldn't wouldn't mustn't couldn't haven't hasn't refrain refrains prohibited prohibit prohibits prohibiting prohibition forbidden forbid forbids barred disallow disallows refuse refuses decline declines abstain",
);
/** Ends what it stands before: "we stopped selling". */
const ending = setOf('stop stops stopped cease ceases ceased avoid avoids');
const weSubjects = setOf("we we'll we're we've we'd");
const youSubjects = setOf("you you'll you're you've you'd i");
const youNouns = setOf(
	'user users customer customers member members subscriber subscribers licensee licensees client clients consumer consumers buyer buyers seller sellers host hosts guest guests visitor visitors participant participants publisher publishers developer developers merchant merchants player players creator creators passenger passengers merchant person persons individual individuals anyone everyone',
);
const thirdNouns = setOf(
	'party parties partner partners advertiser advertisers affiliate affiliates vendor vendors provider providers supplier suppliers processor processors others they it companies organisations organizations apps networks contractors subcontractors',
);
const prepositions = setOf(
	'to from by with for of about on at between against upon through among towards toward in regarding concerning inform notify contact give gives giving provide provides providing send sends sending show tell offer charge charging bill refund email serve',
);
/** "We ask you to", "allow us to": whom they are said of acts. */
const letting = setOf(
	'allow allows allowing permit permits permitting enable enables enabling authorise authorises authorize authorizes authorizing require requires requiring ask asks asking let lets help helps helping encourage instruct direct cause invite entitle entitles want grant grants granting give gives giving prohibit prohibits forbid prevent prevents expect',
);
const opensSentence = setOf('please and or also then simply just further accordingly therefore');

const mutual = setOf('either each both neither');

/** Words that a subject may stand away from its verb. */
const farthest = 45;

export const english: Grammar = { actorOf, denialOf };

function actorOf(sentence: SentenceReading, act: readonly number[]): ProvenActor {
	const first = act[0] as number;
	// "We may terminate": a right begins with whoever has it.
	const forbidding = forbiddingBefore(sentence, first);
	if (forbidding !== -1) return { actor: 'you', word: forbidding };
	const holder = subjectAt(sentence, first, sentence.lead);
	if (holder === 'platform' || holder === 'you') return { actor: holder, word: first };
	const own = subjectBefore(sentence, first, sentence.lead);
	if (own !== null) return own;
	const agent = agentAfter(sentence, act.at(-1) as number);
	if (agent !== null) return agent;
	const above = sentence.lead === 0 ? null : subjectBefore(sentence, sentence.lead, 0);
	if (above !== null) return above;
	const ban = banIn(sentence, act);
	if (ban !== -1 && !isOfUs(sentence.words, ban)) return { actor: 'you', word: ban };
	if (isCommand(sentence, first)) return { actor: 'you', word: first };
	return { actor: 'platform', word: -1 };
}

const forbids = setOf('prohibit prohibits prohibition forbid forbids disallow disallows bans');

/** "Vibe prohibits any use of its pages to train": what the platform forbids is the reader's. */
function forbiddingBefore({ words, breaks, lead, items }: SentenceReading, act: number): number {
	// "If a law prohibits it, we may end it": behind the comma somebody else acts.
	if (weSubjects.has(words[act] as string) && breaks[act] === 'comma') return -1;
	// "We prohibit sharing content that: shows …": an act that begins above the list is governed there.
	const from = act < lead ? 0 : lead;
	let lowest = Math.max(from, act - 20);
	for (let at = act - 1; at >= lowest; at--) {
		const first = items.get(at);
		if (first !== undefined) {
			[at, lowest] = [first, Math.max(from, first - 20)];
			continue;
		}
		const isBan = forbids.has(words[at] as string) || isDisallowing(words, at, act);
		if (isBan) return isRightTo(words, at) ? -1 : at;
		if (clauseStarts.has(words[at] as string)) return -1;
		if (breaks[at] === 'strong' && at > from) return -1;
	}
	// "We do not welcome:" ends with what is done to each item.
	for (let at = lead - 1; at >= Math.max(0, lead - 4); at--) if (isDisallowing(words, at, lead)) return at;
	return banAbove(words, lead);
}

/** "Vibe prohibits posts that:" forbids each item, unless it tells of a case: "where a law prohibits". */
function banAbove(words: readonly string[], lead: number): number {
	for (let at = lead - 1; at >= Math.max(0, lead - 20); at--) {
		if (clauseStarts.has(words[at] as string) && at < lead - 1) return -1;
		if (forbids.has(words[at] as string)) return isRightTo(words, at) || isOfCase(words, at) ? -1 : at;
	}
	return -1;
}

/** "We do not allow any scraping": the act is the reader's; in "do not allow partners to sell" somebody is named to do it. */
function isDisallowing(words: readonly string[], at: number, act: number): boolean {
	if (!/^(?:allow|permit|tolerate|welcome|accept)s?$/.test(words[at] as string)) return false;
	if (!words.slice(Math.max(0, at - 2), at).some((word) => denying.has(word))) return false;
	// "We do not accept responsibility for losses": nothing of the reader's.
	if ((words[at] as string).startsWith('accept') && /^(?:responsib|liab)/.test(words[act] as string))
		return false;
	return !words.slice(at + 1, act).includes('to');
}

/** The nearest subject before a place, no further than the clause reaches. */
function subjectBefore(sentence: SentenceReading, before: number, from: number): ProvenActor | null {
	const { words, breaks, items } = sentence;
	let lowest = Math.max(from, before - farthest);
	let parted = breaks[before] === 'comma';
	for (let at = before - 1; at >= lowest; at--) {
		const first = items.get(at);
		// What stands before the first item governs each of them.
		if (first !== undefined) {
			[at, lowest] = [first, Math.max(from, first - farthest)];
			continue;
		}
		if (isAside(sentence, at, before)) continue;
		const word = words[at] as string;
		const actor = subjectAt(sentence, at, from);
		if (actor !== null) {
			// "If you pay late, your account may be closed": the condition has a subject of its own.
			return parted && isInCondition(sentence, at) ? null : { actor, word: at };
		}
		parted ||= breaks[at] === 'comma';
		if (clauseStarts.has(word)) {
			const meant = at > from ? antecedent(words, at) : null;
			if (meant?.actor !== 'you' || !isPassedOver(words, at, before)) return meant;
		}
		if (breaks[at] === 'strong' && at > from) return null;
	}
	return null;
}

/** "Does not use recordings (such as letters and reactions) to train": what brackets hold says nothing of the words around them. */
function isAside({ depths }: SentenceReading, at: number, act: number): boolean {
	return (depths[at] as number) > (depths[act] ?? 0);
}

const conditions = setOf('if when whenever where unless once after because since');

/** Whether a place stands in a clause that begins with "if": no comma lies between. */
function isInCondition({ words, breaks }: SentenceReading, at: number): boolean {
	for (let before = at - 1; before >= Math.max(0, at - 15) && breaks[before + 1] === 'none'; before--)
		if (conditions.has(words[before] as string)) return true;
	return false;
}

/** "To countries that don't have such laws, we share": what tells a noun apart denies nothing behind the comma that ends it. */
function isOfRelative({ words, breaks }: SentenceReading, at: number): boolean {
	let before = at - 1;
	while (auxiliaries.has(words[before] ?? '')) before--;
	return relatives.has(words[before] ?? '') && breaks[before] === 'none';
}

const relatives = setOf('that which who');

/** "Partners that sell data": whom a relative clause is about. */
function antecedent(words: readonly string[], at: number): ProvenActor | null {
	if (!['that', 'which', 'who'].includes(words[at] as string)) return null;
	const before = words[at - 1] as string;
	if (thirdNouns.has(before)) return { actor: 'third-party', word: at - 1 };
	if (youNouns.has(before)) return { actor: 'you', word: at - 1 };
	return null;
}

function subjectAt({ words, breaks }: SentenceReading, at: number, from: number): Actor | null {
	const word = words[at] as string;
	const next = words[at + 1] ?? '';
	const before = at > from ? (words[at - 1] as string) : '';
	if (weSubjects.has(word)) return 'platform';
	if (word === 'us') return letting.has(before) || next === 'to' ? 'platform' : null;
	if (word === 'company') return !prepositions.has(before) && auxiliaries.has(next) ? 'platform' : null;
	if (youSubjects.has(word) && !isObject(before, next, breaks[at] !== 'none'))
		// "Both you and Vibe may end it": the platform, too.
		return mutual.has(before) || isGrant(words, at) ? 'platform' : 'you';
	if (youSubjects.has(word)) return null;
	if (youNouns.has(word))
		return isSubjectNoun(before, next) || (begins(before, breaks[at] !== 'none') && isWithItsOwn(words, at))
			? 'you'
			: null;
	if (thirdNouns.has(word)) return isSubjectNoun(before, next) ? actorOfNoun(words, at, from) : null;
	return null;
}

/** "You grant Vibe the right to show": whoever is granted a right acts. */
function isGrant(words: readonly string[], at: number): boolean {
	return (
		granting.has(words[at + 1] ?? '') ||
		(adverbs.has(words[at + 1] ?? '') && granting.has(words[at + 2] ?? ''))
	);
}

const granting = setOf('grant grants give license licence authorise authorize allow permit instruct consent');
const adverbs = setOf('hereby also further expressly irrevocably automatically agree and');

/** "We share with you": here it is acted upon; "we ask you to sell" and "you may sell": here it acts. */
function isObject(before: string, next: string, parted: boolean): boolean {
	if (letting.has(before)) return next !== 'to' && next !== 'not';
	if (parted || before === '' || clauseStarts.has(before)) return false;
	if (auxiliaries.has(next)) return prepositions.has(before);
	return prepositions.has(before) || next === '' || prepositions.has(next);
}

/** A noun is taken for a subject where an auxiliary follows it: verbs are too many to be listed. */
function isSubjectNoun(before: string, next: string): boolean {
	return auxiliaries.has(next) || (letting.has(before) && next === 'to');
}

/** "Publishers and their partners will": where a clause begins, as far as nothing is known of its verb. */
function isWithItsOwn(words: readonly string[], at: number): boolean {
	return words[at + 1] === 'and' && /^(?:its|their|his)$/.test(words[at + 2] ?? '');
}

function begins(before: string, parted: boolean): boolean {
	return before === '' || parted || clauseStarts.has(before);
}

/** "You may not permit others to scrape": it is you who must not. */
function actorOfNoun(words: readonly string[], at: number, from: number): Actor {
	// "Either party may": the platform, too.
	if (/^part(?:y|ies)$/.test(words[at] as string) && mutual.has(words[at - 1] ?? '')) return 'platform';
	const isLet = letting.has(words[at - 1] as string) || letting.has(words[at - 2] ?? '');
	if (!isLet) return isBesideUs(words, at, from) ? 'platform' : 'third-party';
	for (let before = at - 1; before >= Math.max(from, at - 16); before--) {
		if (youSubjects.has(words[before] as string)) return 'you';
		if (weSubjects.has(words[before] as string)) return 'platform';
	}
	return from > 0 || at < 5 ? 'you' : 'third-party';
}

/** "We or our partners may share": both do, so the platform does. */
function isBesideUs(words: readonly string[], at: number, from: number): boolean {
	for (let before = at - 1; before >= Math.max(from, at - 8); before--) {
		const word = words[before] as string;
		if (clauseStarts.has(word) || auxiliaries.has(word)) return false;
		if (weSubjects.has(word)) return /^(?:and|or)$/.test(words[before + 1] ?? '');
	}
	return false;
}

/** "Is sold by third parties". */
function agentAfter({ words, breaks }: SentenceReading, last: number): ProvenActor | null {
	// "Liable for what is done by others": an adjective has no doer.
	if (/[ai]ble$/.test(words[last] as string)) return null;
	for (let at = last + 1; at < Math.min(words.length, last + 10); at++) {
		if (breaks[at] === 'strong' || clauseStarts.has(words[at] as string)) return null;
		if (words[at] !== 'by') continue;
		// "May end a service by handing it to others": a way of doing it, and no doer.
		if (/ing$/.test(words[at + 1] ?? '')) return null;
		const near = words.slice(at + 1, at + 4);
		if (near.some((word) => word === 'us' || word === 'our')) return { actor: 'platform', word: at };
		if (near.some((word) => word === 'you' || youNouns.has(word))) return { actor: 'you', word: at };
		if (near.some((word) => thirdNouns.has(word))) return { actor: 'third-party', word: at };
		return null;
	}
	return null;
}

/** "Do not scrape", "Never sell", "Scrape or copy …": nobody is named, so it is said to the reader. */
function isCommand({ words, lead }: SentenceReading, first: number): boolean {
	let at = lead;
	while (opensSentence.has(words[at] ?? '')) at++;
	if (['do', 'dont', "don't", 'never'].includes(words[at] ?? '')) return first <= at + 6;
	if (words[at] === 'not') return first <= at + 4;
	if (auxiliaries.has(words[at + 1] ?? '') || mutual.has(words[at] ?? '')) return false;
	if (isBareBan(words, first) && !words.slice(lead, first).some((word) => weSubjects.has(word))) return true;
	return at === first && !/(?:ing|ed|s|tion|ment|al)$/.test(words[first] as string) && lead === 0;
}

/** "Learn it by heart and never tell it": behind "and", without anybody who does it. */
function isBareBan(words: readonly string[], first: number): boolean {
	const denial = words[first - 1] === 'never' ? first - 1 : first - 2;
	const isNot = words[denial] === 'never' || (words[denial] === 'do' && words[denial + 1] === 'not');
	return (
		isNot &&
		/^(?:and|or|but)$/.test(words[denial - 1] ?? '') &&
		!/(?:ed|sold|given|sent|kept)$/.test(words[first] as string)
	);
}

const bans = setOf(
	'prohibited forbidden banned disallowed unauthorised unauthorized restrictions restricted',
);

/** "Scraping is strictly prohibited", or a heading that says so: place of the word; −1 where nothing bans it. */
function banIn(sentence: SentenceReading, act: readonly number[]): number {
	const { words, breaks, lead } = sentence;
	for (let at = 0; at < lead && !isOfExceptions(sentence); at++) {
		const word = words[at] as string;
		if (bans.has(word)) return at;
		if ((word === 'not' || word === "don't") && !isNoDenial(words, at) && !isOfCase(words, at)) return at;
	}
	const last = act.at(-1) as number;
	for (let at = last + 1; at < Math.min(words.length, last + 40); at++) {
		const word = words[at] as string;
		if (breaks[at] === 'strong' || word === 'if' || word === 'unless' || word === 'when') return -1;
		if (word !== 'is' && word !== 'are') continue;
		const near = words.slice(at + 1, at + 4);
		const banned = near.findIndex(
			(each, place) =>
				bans.has(each) ||
				(each === 'not' && /^(?:permitted|allowed|authori[sz]ed)$/.test(near[place + 1] ?? '')),
		);
		if (banned !== -1) return at + 1 + banned;
	}
	return -1;
}

/** "We do not collect any of the following:", "The harbour does not collect data:" – the platform says what it does not do itself. */
function isOfUs(words: readonly string[], at: number): boolean {
	if (/^(?:include|mean|apply|cover)$/.test(words[at + 1] ?? '')) return false;
	const before = words.slice(Math.max(0, at - 2), at);
	return before.includes('does') || before.some((word) => weSubjects.has(word));
}

/** "If we are not able to:" – the case is denied, and nothing of what comes of it. */
function isOfCase(words: readonly string[], at: number): boolean {
	return words.slice(Math.max(0, at - 3), at).some((word) => /^(?:if|when|where)$/.test(word));
}

const excepting = setOf('except unless');

/** "We share nothing, except as follows:", "unless one of the following applies:" – what stands below is done. */
function isOfExceptions({ words, lead }: SentenceReading): boolean {
	const end = words.slice(Math.max(0, lead - 8), lead);
	const from = end.findIndex((word) => excepting.has(word));
	return (
		from !== -1 && (from === end.length - 1 || end.slice(from).some((word) => word.startsWith('follow')))
	);
}

function denialOf(sentence: SentenceReading, act: readonly number[]): number {
	const [first, last] = [act[0] as number, act.at(-1) as number];
	const before = denialBefore(sentence, first);
	if (before !== -1) return before;
	for (let at = first; at <= last; at++)
		if (isDenial(sentence.words, at) && !deeds.has(sentence.words[at] as string)) return at;
	const after = denialAfter(sentence, last);
	return after !== -1 ? after : banIn(sentence, act);
}

/** Looks back to the subject, and past an inverted one: "nor will we", "under no circumstances will we". */
/** Where a right names them they are what is done: "we may refuse to post, or close your account". */
const deeds = setOf('refuse refuses decline declines prevent prevents prohibit disallow');

function denialBefore(sentence: SentenceReading, first: number): number {
	const { words, breaks, lead, items } = sentence;
	let lowest = Math.max(0, first - farthest);
	// "If it is not paid, Vibe may close your account": what begins with a subject of its own is not denied before it.
	if (breaks[first] === 'comma' && auxiliaries.has(words[first + 1] ?? '')) return -1;
	if (hasNamedSubject(sentence, first)) return -1;
	if (subjectAt(sentence, first, lead) !== null) return invertedDenial(sentence, first);
	if (first >= lead && isOfExceptions(sentence)) lowest = Math.max(lowest, lead);
	let parted = breaks[first] === 'comma';
	for (let at = first - 1; at >= lowest; at--) {
		const item = items.get(at);
		if (item !== undefined) {
			[at, lowest] = [item, Math.max(0, item - farthest)];
			continue;
		}
		if (isAside(sentence, at, first)) continue;
		const word = words[at] as string;
		if (isDenial(words, at) && !isOfPredicate(words, at, first))
			return parted && (isInCondition(sentence, at) || isOfRelative(sentence, at)) ? -1 : at;
		parted ||= breaks[at] === 'comma';
		if (ending.has(word) && first - at <= 3) return at;
		if (at > lead && clauseStarts.has(word) && !isInserted(words, at) && !isPassedOver(words, at, first))
			return -1;
		const isSubject = subjectAt(sentence, at, at >= lead ? lead : 0) !== null;
		// "We do not allow you to": who lets is asked, not who is let.
		if (isSubject && !letting.has(words[at - 1] ?? '')) return invertedDenial(sentence, at);
		if (breaks[at] === 'strong' && at > lead) return -1;
		if (isFreshVerb(words, breaks, at)) return -1;
	}
	return -1;
}

/** "We do not use data of users who are young for training": the purpose is that of the words before "who", unless it has a use of its own. */
function isPassedOver(words: readonly string[], at: number, act: number): boolean {
	if (!/^(?:that|which|who)$/.test(words[at] as string) || !copulas.has(words[at + 1] ?? '')) return false;
	if (!words.slice(Math.max(at, act - 2), act).some((word) => word === 'for' || word === 'to')) return false;
	return !words.slice(at, act).some((word) => /^us(?:e|es|ed|ing)$/.test(word));
}

/** "This does not, however, permit us to": a word thrown in begins nothing. */
function isInserted(words: readonly string[], at: number): boolean {
	return words[at] === 'however' && (words[at - 1] === 'not' || auxiliaries.has(words[at - 1] ?? ''));
}

/** "If it is not paid, Vibe Music may close it": a name behind the comma, which nothing says how to tell from other words. */
function hasNamedSubject(sentence: SentenceReading, first: number): boolean {
	const { words, breaks, lead } = sentence;
	if (!auxiliaries.has(words[first] as string) || breaks[first] !== 'none') return false;
	for (let at = first - 1; at >= Math.max(lead + 1, first - 2); at--) {
		if (joins.has(words[at] as string) || isDenial(words, at) || subjectAt(sentence, at, lead) !== null)
			return false;
		if (breaks[at] === 'comma') return true;
		if (breaks[at] === 'strong') return false;
	}
	return false;
}

const joins = setOf('and or nor but');

/** "We do not own your content and may share it", "for people, not machines, this site may share it": the verb has a word of its own, which nothing denies. */
function isFreshVerb(words: readonly string[], breaks: readonly Break[], at: number): boolean {
	if (!auxiliaries.has(words[at] as string)) return false;
	const before = words[at - 1] ?? '';
	if (before === 'and' || before === 'but' || hasOwnSubject(words, breaks, at)) return true;
	return breaks[at] === 'comma' && !isOfNobody(words, at);
}

const nobody = setOf('neither nor nobody none no');

/** "Neither we, nor anybody who works for us, will": the comma ends what was put into a subject that is denied as a whole. */
function isOfNobody(words: readonly string[], verb: number): boolean {
	for (let at = verb - 1; at >= Math.max(0, verb - farthest); at--) {
		if (auxiliaries.has(words[at] as string)) return false;
		if (nobody.has(words[at] as string)) return true;
	}
	return false;
}

const determiners = setOf('this these those our its the your their');

function hasOwnSubject(words: readonly string[], breaks: readonly Break[], verb: number): boolean {
	return [2, 3].some(
		(back) => breaks[verb - back] === 'comma' && determiners.has(words[verb - back] as string),
	);
}

/** "Content that is not personal data, to train": denies what follows it, and not the act behind. */
function isOfPredicate(words: readonly string[], at: number, act: number): boolean {
	if (isOfContents(words, at) || isOfNoun(words, at, act)) return true;
	if (words[at] !== 'not' || act - at <= 2 || !copulas.has(words[at - 1] ?? '')) return false;
	return !/(?:ed|en|sold|made|kept|[ai]ble|going)$/.test(words[at + 1] ?? '');
}

const copulas = setOf('is are was were be');

/** "Ferries not available here, and for letters": told of the ferries. */
function isOfNoun(words: readonly string[], at: number, act: number): boolean {
	if (words[at] !== 'not' || act - at <= 3 || auxiliaries.has(words[at - 1] ?? '')) return false;
	return /^(?:available|listed|covered|included|offered|known|owned)$/.test(words[at + 1] ?? '');
}

/** "We use letters that do not contain names to train": told of the letters, not of the use. */
function isOfContents(words: readonly string[], at: number): boolean {
	return (
		words[at] === 'not' &&
		/^(?:do|does|did)$/.test(words[at - 1] ?? '') &&
		relatives.has(words[at - 2] ?? '') &&
		/^(?:contain|include|identify|reveal|relate|concern)$/.test(words[at + 1] ?? '')
	);
}

function invertedDenial({ words, lead }: SentenceReading, subject: number): number {
	for (let at = subject - 1; at >= Math.max(at < lead ? 0 : lead, subject - 5); at--) {
		const word = words[at] as string;
		if (['nor', 'never', 'neither', 'no'].includes(word)) return at;
		if (weSubjects.has(word) || youSubjects.has(word) || clauseStarts.has(word)) return -1;
	}
	return -1;
}

/** "Your data is not sold", "will never be": right behind, before anybody else is named. */
function denialAfter(sentence: SentenceReading, last: number): number {
	const { words, breaks } = sentence;
	// "Transferred to countries that do not": denied is what the last word begins.
	if (clauseStarts.has(words[last] as string)) return -1;
	let verb = -1;
	for (let at = last + 1; at < Math.min(words.length, last + 5); at++) {
		const word = words[at] as string;
		if (breaks[at] !== 'none' || clauseStarts.has(word) || subjectAt(sentence, at, sentence.lead) !== null)
			return -1;
		if (auxiliaries.has(word)) verb = at;
		if (verb !== -1 && at - verb <= 1 && isDenial(words, at)) return at;
	}
	return -1;
}

/** "We reserve the right to refuse an order, or to close your account": a deed, which denies nothing. */
function isRightTo(words: readonly string[], at: number): boolean {
	return words[at - 1] === 'to' && words.slice(Math.max(0, at - 4), at).includes('right');
}

/** "Without giving notice" says how a thing is done, not that it is not. */
const manners = setOf(
	'limiting giving providing observing notifying informing incurring affecting stating prejudicing',
);

function isDenial(words: readonly string[], at: number): boolean {
	const word = words[at] as string;
	if (word === 'without') return /ing$/.test(words[at + 1] ?? '') && !manners.has(words[at + 1] as string);
	if (/^(?:restrict|prevent)s?$/.test(word)) return words.slice(at + 1, at + 9).includes('from');
	return denying.has(word) && !isNoDenial(words, at) && !(deeds.has(word) && isRightTo(words, at));
}

/** "Not only", "not limited to", "no later than", "whether or not", "no charge". */
const idle = setOf(
	'only limited just necessarily later less more matter charge cost additional solely merely',
);

/** "Users who do not consent to our training": denied is the consent. */
const ofWill = /^(?:consent|agree|want|wish|object|opt|choose|respond|like)s?$/;

/** "Data that is no longer needed". */
const needed = /^(?:needed|need|needs|necessary|required|require|relevant|useful)$/;

function isNoDenial(words: readonly string[], at: number): boolean {
	const word = words[at] as string;
	const before = words[at - 1] ?? '';
	if (word === 'no' && words[at + 1] === 'longer') return needed.test(words[at + 2] ?? '');
	// "We reserve the right, but are not obliged, to": a thing that may be done.
	if (word === 'not' && words[at - 2] === 'but' && /^(?:oblig|required)/.test(words[at + 1] ?? ''))
		return true;
	if (word === 'not' || word === 'no')
		return (
			idle.has(words[at + 1] ?? '') || before === 'or' || before === 'if' || ofWill.test(words[at + 1] ?? '')
		);
	return false;
}
