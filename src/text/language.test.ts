import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../model/ledger.ts';
import { ledgerOf } from '../samples/sample-agreement.ts';
import {
	languageEvidence,
	languageOf,
	languageOfClause,
	languageOfTexts,
	languageWithin,
} from './language.ts';

function languageOfText(text: string): string {
	const ledger = ledgerOf([text]);
	return languageOf(ledger, ledger.states[0] as State);
}

const texts: Readonly<Record<string, string>> = {
	en: 'You keep all rights in the content that you put into the service, and we may store it for you as long as you wish.',
	de: 'Sie behalten alle Rechte an den Inhalten, die Sie in den Dienst geben, und wir dürfen sie für Sie speichern.',
	fr: 'Vous conservez tous les droits sur les contenus que vous mettez dans le service, et nous pouvons les garder pour vous.',
	es: 'Usted conserva todos los derechos sobre el contenido que pone en el servicio, y podemos guardarlo para usted.',
	pt: 'Você mantém todos os direitos sobre o conteúdo que coloca no serviço, e podemos guardá-lo para você.',
	it: 'Conserva tutti i diritti sui contenuti che inserisce nel servizio, e noi possiamo custodirli per suo conto.',
	nl: 'U behoudt alle rechten op de inhoud die u in de dienst plaatst, en wij mogen die voor u bewaren.',
	sv: 'Du behåller alla rättigheter till det innehåll som du lägger in i tjänsten, och vi får lagra det åt dig.',
	da: 'Du beholder alle rettigheder til det indhold, som du lægger i tjenesten, og vi må opbevare det for dig efter aftale.',
	no: 'Du beholder alle rettigheter til innholdet som du legger inn i tjenesten, og vi kan lagre det for deg etter avtale.',
	fi: 'Sinä säilytät kaikki oikeudet sisältöön, jonka viet palveluun, ja me voimme tallentaa sen sinua varten.',
	pl: 'Zachowujesz wszystkie prawa do treści, które umieszczasz w serwisie, i możemy je dla ciebie przechowywać.',
	cs: 'Ponecháváte si všechna práva k obsahu, který do služby vložíte, a my jej pro vás můžeme uchovávat.',
	ar: 'تحتفظ بجميع الحقوق في المحتوى الذي تضعه في الخدمة ويجوز لنا تخزينه من أجلك ما دمت ترغب في ذلك.',
	zh: '您保留您放入服务中的内容的所有权利，我们可以根据您的意愿为您存储这些内容，直到您删除为止。',
	ja: 'お客様はサービスに入れたコンテンツのすべての権利を保持し、当社はお客様のためにそれを保存することができます。',
	ru: 'Вы сохраняете все права на содержимое, которое помещаете в сервис, и мы можем хранить его для вас.',
	uk: 'Ви зберігаєте всі права на вміст, який розміщуєте в сервісі, і ми можемо зберігати його для вас.',
};

test('the language of a text is told by its tag, and of one sentence as of many', () => {
	for (const [tag, text] of Object.entries(texts)) {
		assert.equal(languageOfClause(text), tag);
		assert.equal(languageOfText(`${text} `.repeat(6)), tag);
		assert.equal(languageOfText(`${text}\n\n`.repeat(6)), tag);
	}
});

const english = [
	'We may change the fees once a year and will tell you of it two months before the change takes effect.',
	'Either of us may end this agreement at any time by writing to the other, without giving a reason for it.',
	'We remove content that breaks the law as soon as we hear of it, and tell the person who put it there.',
	'The courts of the place where you live decide any dispute that we cannot settle between ourselves.',
	'Our liability is limited to the amount that you have paid to us in the twelve months before the loss.',
];

test('a few words of another language at the beginning do not decide', () => {
	assert.equal(languageOfText([texts.de, texts.en, ...english].join('\n\n')), 'en');
});

test('names and terms of other languages make no other language, however many there are', () => {
	const names = [
		'Société Générale, Crédit Agricole, La Banque Postale, Caisse d’Épargne, Le Crédit Lyonnais',
		'Telecomunicações de São Paulo | Companhia Brasileira de Distribuição | Lojas Americanas',
		'Åland Islands (+358) Côte d’Ivoire (+225) São Tomé and Príncipe (+239) Curaçao (+599) Réunion (+262)',
		'Deutsche Telekom AG, Allgemeine Deutsche Bank, Bayerische Motoren Werke, Münchener Rück',
	];
	assert.equal(languageOfText([...names, ...names, ...names, ...english.slice(0, 2)].join('\n\n')), 'en');
	assert.equal(languageOfTexts(names), 'und');
});

test('of a mixed text the evidence says which share is in which language, and most letters decide', () => {
	const { language, shares, told, looked } = languageEvidence([
		texts.de as string,
		...english,
		texts.fr as string,
		'Fees',
	]);
	assert.equal(language, 'en');
	assert.deepEqual(new Set(Object.keys(shares)), new Set(['en', 'de', 'fr']));
	assert.ok((shares.en as number) > 0.6 && (shares.de as number) < 0.2);
	assert.equal(looked - told, 'Fees'.length);
});

test('of translations on one page the first counts, though another takes more letters', () => {
	const german = english.map(() => `${texts.de} Das gilt für alle.`);
	const page = [...english, ...german];
	assert.ok(german.join('').length > english.join('').length);
	assert.equal(languageOfTexts(page), 'en');
	assert.equal(languageOfTexts([...german, ...english]), 'de');
	assert.equal(languageOfTexts([...english, ...german, ...german]), 'de');
});

test('a long text is looked at from its beginning to its end', () => {
	const long = [
		...Array<string>(40).fill(texts.fr as string),
		...Array<string>(400).fill(texts.en as string),
	];
	const { language, shares } = languageEvidence(long);
	assert.equal(language, 'en');
	assert.ok((shares.fr as number) > 0.02 && (shares.fr as number) < 0.2);
});

test('a clause within an agreement has its own language only where it tells one', () => {
	assert.equal(languageWithin('en', texts.de as string), 'de');
	assert.equal(languageWithin('de', texts.en as string), 'en');
	assert.equal(languageWithin('und', texts.en as string), 'en');
	for (const short of ['Datenschutz', 'Gerichtsstand Zürich, Büsingerstrasse 5', '3.1 Crédit Agricole'])
		assert.equal(languageWithin('en', short), 'en');
});

test('a text that is too short to tell has no language', () => {
	assert.equal(languageOfText('Terms'), 'und');
	assert.equal(languageOfText('Terms\n\nHelp\n\nBlog'), 'und');
});
