/** What a tool is: a question with its arguments, and an answer of which every field is described. */
import type { z } from 'zod';
import type { Site } from './site-answers.ts';

export interface Tool<Asked extends z.ZodRawShape, Answer extends z.ZodObject> {
	readonly name: string;
	readonly title: string;
	/** For the model that chooses among tools. */
	readonly description: string;
	readonly asked: Asked;
	readonly answered: Answer;
	/** @throws Fault where there is nothing, or where the site does not answer */
	answer(site: Site, asked: z.infer<z.ZodObject<Asked>>): Promise<z.infer<Answer>>;
}

/** Lets the types of a tool be found out from what it holds. */
export function tool<Asked extends z.ZodRawShape, Answer extends z.ZodObject>(
	made: Tool<Asked, Answer>,
): Tool<Asked, Answer> {
	return made;
}
