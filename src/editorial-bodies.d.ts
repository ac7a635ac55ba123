/** The module that `src/build/editorial-modules.ts` makes at each build. */
declare module 'clausetrail:bodies' {
	type Content = import('astro/runtime/server/index.js').AstroComponentFactory;
	/** File, such as `provisions/Tallybird/arbitration.mdx` → what loads its body. Files without a body are missing. */
	export const bodies: Readonly<Record<string, (() => Promise<{ readonly default: Content }>) | undefined>>;
}
