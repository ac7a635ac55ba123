/** Which collection commands, build and pages work on where nobody names another. */

/** What the environment variable ARCHIVE names, else `archive`. An empty variable names nothing: so a shell or a workflow unsets one. */
export function archiveDirectory({ ARCHIVE }: NodeJS.ProcessEnv = process.env): string {
	return ARCHIVE || 'archive';
}
