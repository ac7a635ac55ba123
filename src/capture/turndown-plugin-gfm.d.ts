/** The package ships no types; this is the part of it that is used. */
declare module '@joplin/turndown-plugin-gfm' {
	import type TurndownService from 'turndown';

	/** Tables whose cells hold no blocks; the others would be kept as HTML. */
	export const tables: TurndownService.Plugin;
	export const strikethrough: TurndownService.Plugin;
}
