/** Turns blocks inside an element into one run of text, for the places where Markdown allows no blocks. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** Elements that begin a line of their own. */
export const blocks =
	'address,article,aside,blockquote,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,' +
	'h1,h2,h3,h4,h5,h6,header,hgroup,hr,legend,li,main,menu,nav,ol,p,pre,search,section,summary,table,tbody,td,tfoot,' +
	'th,thead,tr,ul';

/** Every block and line break inside becomes a space at its ends, so that no two words grow together. */
export function flatten($: CheerioAPI, element: Element): void {
	$(element).find('br').replaceWith(' ');
	for (const block of $(element).find(blocks).get()) {
		$(block).before(' ').after(' ').replaceWith($(block).contents());
	}
}
