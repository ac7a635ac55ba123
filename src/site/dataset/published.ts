/** Where the data set of a collection is published. */
import type { Collection } from '../../model/collection.ts';
import { dataUrl } from '../addresses/api-urls.ts';
import { absolute } from '../addresses/urls.ts';

/** Said by a build whose data set will lie beside the page: see `site.yml`. */
const besideSite = 'beside';

/** Address of its `datapackage.json`; null where nobody said that there is one. The environment's DATASET comes before the collection. */
export function publishedPackage({ dataset }: Pick<Collection, 'dataset'>): string | null {
	const { DATASET } = process.env;
	if (DATASET === besideSite) return absolute(dataUrl('datapackage.json'));
	return DATASET || dataset || null;
}
