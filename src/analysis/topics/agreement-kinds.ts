/** Kinds of agreements, told by their names: archives name them alike whatever the language. */

/** In the order in which they are asked; the last takes the rest. */
export const agreementKinds = [
	{ id: 'privacy', label: 'Privacy', names: /privacy|datenschutz|data|cookie/i },
	{
		id: 'business',
		label: 'Business and developers',
		names:
			/advertis|\bapi\b|business|commerc|creator|developer|driver|host|merchant|moneti[sz]|partner|seller|vendor/i,
	},
	{
		id: 'conduct',
		label: 'Conduct',
		names: /acceptable|community|conduct|copyright|guideline|law enforcement/i,
	},
	{ id: 'terms', label: 'Terms', names: /./ },
] as const;

export type AgreementKind = (typeof agreementKinds)[number]['id'];

export function kindOf(agreement: string): AgreementKind {
	return agreementKinds.find(({ names }) => names.test(agreement))?.id ?? 'terms';
}

/** What everybody agrees to, beside what developers, advertisers and merchants do. */
export function isGeneral(agreement: string): boolean {
	return ['privacy', 'terms'].includes(kindOf(agreement));
}
