/** The tool that lists what changed in a time. */
import { z } from 'zod';
import { type ChangeAnswer, changeAnswer } from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import { dayOf, monthOf } from '../text/days-in-words.ts';
import * as given from './arguments.ts';
import { agreementsOf, topicAsked } from './asked-names.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import type { Site } from './site-answers.ts';
import { tool } from './tool.ts';

/** Months read for one question: each is a file. */
const mostMonths = 24;

/** Without the sentence, which is nobody's quote. */
const change = changeAnswer.omit({ sentence: true });

export const listChanges = tool({
	name: 'list_changes',
	title: 'Changes of a time',
	description:
		'Lists recorded changes of all agreements in a span of days, newest first, with class, rank, commits, address and the most telling words before and after. compare_days quotes all that changed in one agreement.',
	asked: {
		from: given.day.describe('First day, YYYY-MM-DD, UTC.'),
		to: given.day.describe('Last day.'),
		platform: given.platform.optional(),
		topic: given.topic.optional(),
		rank: change.shape.rank
			.optional()
			.describe('`prominent` are those that matter to people; left out: all that have a page.'),
		skip,
	},
	answered: z.object({
		changes: z.array(change),
		...bounds,
		unread: z
			.int()
			.describe('Months of the span that were not looked through, the oldest: ask for a shorter one.'),
	}),
	async answer(site, { from, to, platform, topic, rank, skip }) {
		if (to < from) throw new Fault(`${to} is before ${from}`, site.home, 'Let `from` be the first day.');
		const isAskedFor = await filterOf(site, platform, topic);
		const { months } = await site.index();
		const own = months.filter(({ month }) => monthOf(from) <= month && month <= monthOf(to));
		const found: ChangeAnswer[] = [];
		for (const { month } of own.slice(0, mostMonths)) found.push(...(await site.month(month)).changes);
		const wanted = found.filter(
			(each) =>
				from <= dayOf(each.fetched) &&
				dayOf(each.fetched) <= to &&
				(rank === undefined || each.rank === rank) &&
				isAskedFor(each),
		);
		const unread = Math.max(0, own.length - mostMonths);
		if (wanted.length === 0) throw nothing(from, to, months, site.home, unread);
		const { shown, ...rest } = boundedList(wanted, skip, ({ sentence, ...each }) => each);
		return { changes: shown, ...rest, unread };
	},
});

async function filterOf(
	site: Site,
	platform: string | undefined,
	topic: string | undefined,
): Promise<(change: ChangeAnswer) => boolean> {
	const lookup = await site.lookup();
	const ids =
		platform === undefined ? null : agreementsOf(lookup, platform, site.home).map((each) => each.platform.id);
	const id = topic === undefined ? null : topicAsked(lookup, topic, site.home).id;
	return (change) =>
		(ids?.includes(change.platform.id) ?? true) && (id === null || change.topics.includes(id));
}

function nothing(
	from: string,
	to: string,
	months: readonly { month: string }[],
	home: string,
	unread: number,
): Fault {
	const [newest, oldest] = [months[0]?.month, months.at(-1)?.month];
	const span =
		newest === undefined ? 'No change is recorded yet.' : `Changes are recorded from ${oldest} to ${newest}.`;
	const others = unread > 0 ? ` ${unread} months were not read: ask for a shorter time.` : '';
	return new Fault(`no such change is recorded from ${from} to ${to}`, home, `${span}${others}`);
}
