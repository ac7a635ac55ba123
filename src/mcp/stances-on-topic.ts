/** The tool that tells who takes which side on a topic. */
import { z } from 'zod';
import { topicAnswer } from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import * as given from './arguments.ts';
import { agreementsOf, topicAsked } from './asked-names.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import type { Site } from './site-answers.ts';
import { tool } from './tool.ts';

const { topic, address, stances, found, platforms } = topicAnswer.shape;

export const stancesOnTopic = tool({
	name: 'stances_on_topic',
	title: 'Who takes which side on a topic',
	description:
		'Tells which side each platform takes on a topic in its texts of today, with the clause that shows it most plainly, quoted with commit and address. Sides are found by rule, not reviewed.',
	asked: {
		topic: given.topic,
		stance: z
			.string()
			.max(100)
			.optional()
			.describe('Id of a side, as `stances` of the answer names them; left out: all.'),
		platform: given.platform.optional(),
		skip,
	},
	answered: z.object({
		...{ topic, address, stances, found },
		platforms: z.array(platforms.element.omit({ api: true })),
		...bounds,
	}),
	async answer(site, { topic: named, stance, platform, skip }) {
		const lookup = await site.lookup();
		const answer = await site.topic(topicAsked(lookup, named, site.home).id);
		const { topic, address, stances, found } = answer;
		if (stance !== undefined && !stances.some(({ id }) => id === stance))
			throw new Fault(
				`${topic.name} has no side ${JSON.stringify(stance)}`,
				address,
				stances.length === 0
					? 'It has no sides: leave `stance` out.'
					: `There are ${stances.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
			);
		const id = await idOf(site, platform);
		const wanted = answer.platforms.filter(
			(each) => (stance === undefined || each.stance === stance) && (id === null || each.platform.id === id),
		);
		if (wanted.length === 0)
			throw new Fault(
				'no clause of the texts of today was found that says so',
				address,
				'That proves no absence: ask find_clauses, or leave `stance` and `platform` out.',
			);
		const { shown, ...rest } = boundedList(wanted, skip, ({ api, ...each }) => each);
		return { topic, address, stances, found, platforms: shown, ...rest };
	},
});

async function idOf(site: Site, platform: string | undefined): Promise<string | null> {
	if (platform === undefined) return null;
	const [first] = agreementsOf(await site.lookup(), platform, site.home);
	return first?.platform.id ?? null;
}
