/** `archive/collection.yml`: what a maintainer says about the whole collection. */
import { z } from 'zod';
import { publicText, webAddress } from './web-address.ts';

export const collectionSchema = z.strictObject({
	/** Name in the masthead. */
	name: z.string().min(1).default('Clausetrail'),
	/** One line under the name. */
	tagline: z.string().min(1).default('An open archive of the agreements people click through'),
	/** Public address of the built site, with its base path; feeds and citations need it. */
	site: webAddress().default('http://localhost:4321/'),
	/** Public address of the git repository that holds the versions, for links to commits. */
	repository: webAddress().optional(),
	/** BCP 47 tags of the languages that the collection wants its agreements in, first choice first. */
	languages: z.array(z.string().min(2)).min(1).default(['en']),
	/** Where the versions are, relative to the collection; may lead into another git repository. */
	versions: z.string().min(1).default('versions'),
	/** Mail address or page where the operator of a fetched site reaches the maintainer. */
	contact: publicText().min(1).optional(),
	/**
	 * Seconds that a host is left alone after each request. Two: a person who reads asks more often, and thirty agreements of
	 * one host, each fetched twice, still take no longer than two minutes.
	 */
	delay: z.number().min(0).max(60).default(2),
	/** Hosts whose robots.txt is not asked, each with the reason that allows it: their operator agreed, a law does. */
	robots: z
		.array(
			z.strictObject({
				host: z
					.string()
					.regex(/^[a-z0-9.-]+(?::\d+)?$/, 'a host in small letters is expected, such as www.example.org'),
				reason: z.string().regex(/\S/, 'say why this host may be fetched against its robots.txt'),
			}),
		)
		.default([]),
	/**
	 * After so many failures in a row an issue tells the maintainer. Six: with four captures a day, a site that was down for a day is back
	 * by then, and what still fails is the declaration.
	 */
	reportAfter: z.int().min(1).default(6),
	/** True: addresses inside private networks and on this machine may be fetched. For demonstrations and tests. */
	privateAddresses: z.boolean().default(false),
	/**
	 * True: filters that declarations name are run from `declarations/<platform>.filters.js`. They are programs, run with all rights of the
	 * capture: only for scripts that somebody here has read.
	 */
	filterScripts: z.boolean().default(false),
});

export type Collection = z.infer<typeof collectionSchema>;
