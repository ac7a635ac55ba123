/** Which pages of the site show one platform, and of those which agreement of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Agreement } from '../../model/archive.ts';

const below = 'src/pages/[platform]/';
const answers = ['src/pages/api/v1/platforms/', 'src/pages/api/v1/agreements/'];
/** The page of a provision shows what other platforms say: it needs the whole archive. */
const widely = `${below}provisions/`;

/** True of a source whose pages show one platform, beside what all pages show. */
export function isOfPlatform(component: string): boolean {
	return [below, ...answers].some((place) => component.startsWith(place)) && !component.startsWith(widely);
}

/** Stands for the platform itself where an agreement's path would. */
export const wholePlatform = '';

/** Stands for what the platform says on a topic: no agreement's path begins so. @param topic `Topic.id` */
export function ownerOn(topic: string): string {
	return `/on/${topic}/`;
}

/** `<platform>/<agreement>` as addresses name them, former names included → path of the agreement. */
export function agreementsAt({
	slug,
	agreements,
}: {
	readonly slug: string;
	readonly agreements: readonly Pick<Agreement, 'slug' | 'path' | 'former'>[];
}): ReadonlyMap<string, string> {
	return new Map(
		agreements.flatMap((agreement) => [
			[`${slug}/${agreement.slug}`, agreement.path] as const,
			...agreement.former.map(
				(former) => [`${former.platform.slug}/${former.agreement.slug}`, agreement.path] as const,
			),
		]),
	);
}

export function writePage(outDir: string, { file }: { readonly file: string }, body: Uint8Array): void {
	const place = path.join(outDir, file);
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, body);
}
