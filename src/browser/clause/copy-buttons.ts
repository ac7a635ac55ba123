/** Sets the copy buttons of a page to work. Runs in the browser. */
import { startCopyButtons } from './copy.ts';

startCopyButtons(document);
