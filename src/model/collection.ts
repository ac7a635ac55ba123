/** `archive/collection.yml`: what a maintainer says about the whole collection. */
import { z } from 'zod';
import { alertsSchema } from './alerts.ts';
import { otherFormat } from './other-format.ts';
import { publicText, webAddress } from './web-address.ts';

/** Of all that people write in a collection. Whoever raises it adds a step to `src/migrations/all-migrations.ts`. */
export const collectionFormat = 1;

const written = z.string().regex(/\S/, 'nothing is written');

export const collectionSchema = z.strictObject({
	/** A number that the machine raises when files of a collection must follow it; `npm run upgrade` brings them along. */
	format: z
		.literal(collectionFormat, { error: ({ input }) => otherFormat(input, collectionFormat) })
		.default(collectionFormat),
	/** Name in the masthead. */
	name: written.default('Clausetrail'),
	/** One line under the name. */
	tagline: written.default('An open archive of the agreements people click through'),
	/** Public address of the built site, with its base path; feeds and citations need it. */
	site: webAddress()
		.refine(
			(address) => !/[?#]/.test(address),
			'an address without ? and # is expected: those of its pages go on from it',
		)
		.default('http://localhost:4321/'),
	/** Public address of the git repository that holds the versions, for links to commits. */
	repository: webAddress().optional(),
	/** BCP 47 tags of the languages that the collection wants its agreements in, first choice first. */
	languages: z.array(z.string().min(2)).min(1).default(['en']),
	/** Where the versions are, relative to the collection; may lead into another git repository. */
	versions: z.string().min(1).default('versions'),
	/** Mail address or page where the operator of a fetched site reaches the maintainer. */
	contact: publicText()
		.regex(
			/\S@\S|https?:\/\/\S/,
			'a mail address, or the address of a page that begins with https://, is expected',
		)
		.optional(),
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
	/**
	 * Changes of this calendar year and of so many before it have a page of their own; older ones stand together, on one page for each year and
	 * agreement. Left out: every change has its own. For a site that nears what its host takes: the older changes of an archive are most of it.
	 */
	yearPagesAfter: z.int().min(0).max(100).optional(),
	/**
	 * Under which licence others may use what is computed here: its name, by SPDX where it has one ("CC-BY-4.0"), and where it is to be read. The
	 * agreements' own words are not yours to license.
	 */
	licence: z
		.strictObject({ name: z.string().regex(/\S/, 'name the licence'), address: webAddress() })
		.optional(),
	/** What a place such as Zenodo calls the data set: "10.5281/zenodo.1234567", the one that stands for all its versions. */
	doi: z
		.string()
		.regex(/^10\.\d{4,9}\/\S+$/, 'a DOI such as 10.5281/zenodo.1234567 is expected')
		.optional(),
	/** Address of its `datapackage.json`, where it is published elsewhere than beside the site. */
	dataset: webAddress().optional(),
	/** Whether a static API stands beside the pages. Left out: where the archive is not so large that its site would near what a host takes. */
	api: z.union([z.boolean(), z.literal('auto')]).default('auto'),
	/** Folders of the platforms that this site shows, where several share an archive. Left out: all. */
	platforms: z.array(z.string().min(1)).min(1).optional(),
	/**
	 * Has a time-stamp authority (RFC 3161) say after each capture that the history stood as it does. Left out: nobody is asked. The default
	 * is one of whose root every Node knows the certificate, so that its word can be checked without a file of its own.
	 */
	timestamps: z
		.strictObject({
			address: webAddress().default('http://timestamp.digicert.com/'),
			/** File beside `collection.yml` that holds the root certificate (PEM) of an authority that Node does not know. */
			root: z.string().min(1).optional(),
		})
		.optional(),
	/** Who is told of changes. Left out: nobody. */
	alerts: alertsSchema.default([]),
	/** True: addresses inside private networks and on this machine may be fetched. For demonstrations and tests. */
	privateAddresses: z.boolean().default(false),
	/**
	 * True: filters that declarations name are run from `declarations/<platform>.filters.js`. They are programs, run with all rights of the
	 * capture: only for scripts that somebody here has read.
	 */
	filterScripts: z.boolean().default(false),
});

export type Collection = z.infer<typeof collectionSchema>;
