/** Words of an agreement in the vocabulary of schema.org. */
import type { Agreement, Platform } from '../../model/archive.ts';
import { absolute, agreementUrl } from '../addresses/urls.ts';

/** @see https://schema.org/Quotation */
export function quotation(
	{ platform, agreement }: { readonly platform: Platform; readonly agreement: Agreement },
	text: string,
): object {
	return {
		'@type': 'Quotation',
		text,
		...(agreement.language === 'und' ? {} : { inLanguage: agreement.language }),
		isPartOf: {
			'@type': 'DigitalDocument',
			name: agreement.name,
			url: absolute(agreementUrl(platform, agreement)),
			publisher: { '@type': 'Organization', name: platform.name },
		},
	};
}
