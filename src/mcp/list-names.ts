/** The tool that tells which platforms, agreements and topics there are. */
import { z } from 'zod';
import { lookupAnswer } from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import { normalised } from '../site/search/search-terms.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import { tool } from './tool.ts';

const { agreements, topics } = lookupAnswer.shape;

export const listNames = tool({
	name: 'list_names',
	title: 'Platforms, agreements and topics',
	description:
		'Lists the agreements that the archive follows, with their platforms, and the topics by which their clauses are found. Other tools take these ids and names.',
	asked: {
		like: z.string().max(200).default('').describe('Part of a name; left out: all.'),
		skip,
	},
	answered: z.object({
		agreements: z.array(agreements.element.pick({ platform: true, agreement: true, address: true })),
		...bounds,
		topics: z.array(topics.element.pick({ id: true, name: true, address: true })),
	}),
	async answer(site, { like, skip }) {
		const lookup = await site.lookup();
		const part = normalised(like);
		const isLike = (...names: readonly string[]): boolean =>
			names.some((name) => normalised(name).includes(part));
		const found = lookup.agreements.filter(({ platform, agreement, former }) =>
			isLike(platform.name, platform.id, agreement.name, ...former.map((each) => each.platform.name)),
		);
		const topics = lookup.topics.filter(({ id, name, also }) => isLike(id, name, ...also));
		if (found.length + topics.length === 0)
			throw new Fault(`no name is like ${JSON.stringify(like)}`, site.home, 'Leave `like` out to have all.');
		const { shown, ...rest } = boundedList(found, skip, ({ platform, agreement, address }) => ({
			platform,
			agreement,
			address,
		}));
		return {
			agreements: shown,
			...rest,
			topics: topics.map(({ id, name, address }) => ({ id, name, address })),
		};
	},
});
