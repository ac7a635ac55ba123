import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../model/ledger.ts';
import { ledgerOf } from '../samples/sample-agreement.ts';
import { languageOf } from './language.ts';

function languageOfText(text: string): string {
	const ledger = ledgerOf([text]);
	return languageOf(ledger, ledger.states[0] as State);
}

const texts: Readonly<Record<string, string>> = {
	en: 'You keep all rights in the content that you put into the service, and we may store it for you as long as you wish.',
	de: 'Sie behalten alle Rechte an den Inhalten, die Sie in den Dienst geben, und wir dürfen sie für Sie speichern.',
	fr: 'Vous conservez tous les droits sur les contenus que vous mettez dans le service, et nous pouvons les garder pour vous.',
	ar: 'تحتفظ بجميع الحقوق في المحتوى الذي تضعه في الخدمة ويجوز لنا تخزينه من أجلك ما دمت ترغب في ذلك.',
	zh: '您保留您放入服务中的内容的所有权利，我们可以根据您的意愿为您存储这些内容，直到您删除为止。',
	ja: 'お客様はサービスに入れたコンテンツのすべての権利を保持し、当社はお客様のためにそれを保存することができます。',
	ru: 'Вы сохраняете все права на содержимое, которое помещаете в сервис, и мы можем хранить его для вас.',
};

test('the language of a text is told by its tag', () => {
	for (const [tag, text] of Object.entries(texts)) assert.equal(languageOfText(`${text} `.repeat(6)), tag);
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

test('a text that is too short to tell has no language', () => {
	assert.equal(languageOfText('Terms'), 'und');
});
