/** Arguments that several tools have in common: what is longer is no name. */
import { z } from 'zod';

export const platform = z
	.string()
	.min(1)
	.max(200)
	.describe('Id or name of the platform, as list_names tells it; a former name will do.');
export const agreement = z
	.string()
	.min(1)
	.max(200)
	.describe('Id or name of the agreement, such as "Terms of Service".');
export const topic = z.string().min(1).max(200).describe('Id or name of the topic, as list_names tells it.');
export const day = z.iso.date();
