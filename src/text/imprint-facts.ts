/** What an imprint says in place of duties: who stands behind a site, and where. */

/** Names of such documents, in their titles. */
const imprintName =
	/\b(?:imprint|legal notice|legal information|site notice|impressum|impresum|impresszum|colofon|colophon|mentions légales|aviso legal|avviso legale|note legali|tiráž)\b|künye|特定商取引|운영자 정보/iu;

/** Kinds of facts, each bounded: a mail address, a telephone, a place with its code, a register or tax number, the form of a company. */
const facts: readonly RegExp[] = [
	/[\w.+-]{1,64}(?:@|\s?[[(](?:at|ät)[\])]\s?)[\w-]{1,63}/iu,
	/(?:\+|\b00)\d[\d ()/.-]{6,20}|\b0\d{1,4}[ /-]\d{4,12}/u,
	/\b\d{4,6},? \p{Lu}|\b\p{Lu}{1,2} ?\d{5}\b|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b|\b\d{4} ?[A-Z]{2}\b|〒/u,
	/\b(?:HR[AB]|SIREN|SIRET|RCS|NIF|CIF|KvK|VAT|USt|UID|IVA|TVA|BTW|MwSt|MWST|KRS|NIP|IČO?|CNPJ|ABN)\b.{0,24}\d|\b[A-Z]{2,3}[- ]?\d{8,11}\b/u,
	/(?:^|[\s,(])(?:GmbH|AG|UG|KG|e\. ?V\.|Ltd|Limited|LLC|Inc|PLC|S\.?A\.?R\.?L|SAS|S\.? ?L\.|S\.? ?p\. ?A|B\. ?V\.|AB|Oy|ApS|A\/S|s\. ?r\. ?o|Kft|S\.?R\.?L|Lda|Stichting|collective|Verein|株式会社)(?![\p{L}\p{N}])/mu,
];

/** How many kinds of them a text has; 0 where none of its first lines is such a name. @param lines as a reader sees them */
export function imprintFacts(lines: readonly string[], titleLines: number): number {
	if (!lines.slice(0, titleLines).some((line) => line.length <= longestTitle && imprintName.test(line)))
		return 0;
	const text = lines.slice(0, mostLines).join('\n');
	return facts.filter((fact) => fact.test(text)).length;
}

/** In characters. */
const longestTitle = 60;
/** An imprint is short. */
const mostLines = 100;
