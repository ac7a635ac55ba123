import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementEvidence, isAgreement } from './agreement-evidence.ts';
import { agreementSigns } from './agreement-signs.ts';

/** A document that speaks of itself, and what it then asks. */
const openings: Readonly<Record<string, readonly [string, string]>> = {
	English: [
		'These terms govern the use of the service by everybody who opens an account.',
		'You must not lend your account.',
	],
	'English, with a word between': [
		'This privacy policy explains which personal data we collect and store.',
		'We never share data with third parties.',
	],
	German: [
		'Diese Nutzungsbedingungen regeln den Vertrag zwischen dem Dienst und jedem Nutzer.',
		'Sie dürfen Ihr Konto nicht an Dritte weitergeben.',
	],
	French: [
		'Les présentes conditions régissent le service et le contrat avec chaque utilisateur.',
		'Vous ne pouvez pas prêter votre compte.',
	],
	Spanish: [
		'Estas condiciones regulan el uso del servicio y de la cuenta de cada usuario.',
		'Usted no puede ceder su cuenta a terceros.',
	],
	Italian: [
		'La presente informativa descrive quali dati personali sono raccolti e conservati.',
		'Non cediamo i dati a terzi e garantiamo l’accesso ai dati.',
	],
	Portuguese: [
		'Estes termos regulam o uso do serviço e da conta de cada usuário.',
		'O usuário não pode ceder a conta a terceiros.',
	],
	Dutch: [
		'Deze voorwaarden gelden voor het gebruik van de dienst door elke gebruiker met een account.',
		'U mag uw account niet delen met derden.',
	],
	Swedish: [
		'Dessa villkor gäller för varje användare av tjänsten och för avtalet om ett konto.',
		'Du får inte dela ditt konto med tredje part.',
	],
	Danish: [
		'Disse betingelser gælder for aftalen om tjenesten med hver bruger og konto.',
		'Brugeren må ikke dele sin konto.',
	],
	Finnish: [
		'Nämä käyttöehdot koskevat palvelua ja jokaista käyttäjää, jolla on tili.',
		'Käyttäjä ei saa luovuttaa tiliä.',
	],
	Czech: [
		'Tyto obchodní podmínky upravují smlouvu o službě s každým uživatelem.',
		'Uživatel nesmí předat svůj účet třetí osobě.',
	],
	Polish: [
		'Niniejszy regulamin określa warunki umowy o usługi z każdym użytkownikiem.',
		'Użytkownik nie może udostępniać konta.',
	],
	Russian: [
		'Настоящее соглашение определяет условия договора об услугах с каждым пользователем.',
		'Пользователь не вправе передавать аккаунт.',
	],
	Ukrainian: [
		'Ці умови визначають договір про послуги з кожним користувачем.',
		'Користувач не може передавати обліковий запис.',
	],
	Turkish: [
		'İşbu sözleşme hizmetin kullanım koşullarını ve her kullanıcının haklarını düzenler.',
		'Kullanıcı hesabını paylaşamaz ve ücreti ödemekle yükümlüdür.',
	],
	Hungarian: [
		'Jelen szabályzat a szolgáltatás feltételeit és minden felhasználó jogait tartalmazza.',
		'A felhasználó köteles a fiókot megőrizni.',
	],
	Romanian: [
		'Acești termeni reglementează contractul pentru servicii și contul fiecărui utilizator.',
		'Utilizatorul nu poate transfera contul.',
	],
	Greek: [
		'Οι παρόντες όροι διέπουν τη χρήση της υπηρεσίας και τη σύμβαση με κάθε χρήστη.',
		'Ο χρήστης οφείλει να φυλάσσει τον λογαριασμό.',
	],
	Arabic: ['تحكم هذه الشروط استخدام الخدمة وحساب كل مستخدم.', 'لا يجوز للمستخدم نقل حساب إلى طرف آخر.'],
	Hebrew: [
		'תנאים אלה מסדירים את השימוש בשירות ואת זכויות המשתמש.',
		'המשתמש אחראי על חשבון זה ואסור לו למסור אותו.',
	],
	Hindi: ['ये शर्तें सेवा के उपयोग और प्रत्येक उपयोगकर्ता के खाते पर लागू हैं।', 'उपयोगकर्ता खाता साझा नहीं कर सकते।'],
	Indonesian: [
		'Ketentuan layanan ini mengatur penggunaan akun dan hak setiap pengguna.',
		'Pengguna dilarang memberikan akun kepada pihak ketiga.',
	],
	Vietnamese: [
		'Các điều khoản này quy định việc dùng dịch vụ và tài khoản của mỗi người dùng.',
		'Người dùng không được chia sẻ tài khoản.',
	],
	Japanese: [
		'本規約は、当社が提供するサービスの利用条件を定めるものです。',
		'利用者は第三者にアカウントを譲渡してはなりません。利用者は料金を支払う義務を負います。',
	],
	Chinese: ['本协议规定用户使用服务的权利和义务。', '用户不得向第三方转让账户。用户应当支付费用。'],
	Korean: [
		'이 약관은 회사가 제공하는 서비스의 이용 조건을 정합니다.',
		'회원은 계정을 제3자에게 공유하여서는 아니 됩니다.',
	],
	Thai: ['ข้อกำหนดนี้ใช้กับบริการและบัญชีของผู้ใช้ทุกคน', 'ผู้ใช้ต้องไม่เปิดเผยบัญชีแก่บุคคลที่สาม'],
};

describe('a sentence in which a document speaks of itself says what it is', () => {
	for (const [language, [opening, clause]] of Object.entries(openings))
		test(`in ${language}`, () => {
			assert.ok(agreementSigns(opening).opening >= 3);
			assert.ok(isAgreement(agreementEvidence(`${opening}\n\n${clause}\n`)));
		});
});

describe('no document speaks where', () => {
	const others = {
		'a site speaks of itself': 'This website uses cookies to provide services and to collect data.',
		'a page speaks of itself': 'This page explains how we collect personal data under our privacy policy.',
		'the document is named late': 'By entering you agree with all that stands in these terms.',
		'it is another one': 'Our terms govern the use of the service and of your account.',
		'a site that speaks Japanese has a policy':
			'日本国内の規約についてはサービスの責任者に通知してください。',
		'a Korean word begins like “this”': '이용약관은 서비스와 계정의 책임을 정합니다.',
	};
	for (const [what, sentence] of Object.entries(others))
		test(what, () => assert.equal(agreementSigns(sentence).opening, 0));

	test('it has scrolled by', () => {
		const [opening] = Object.values(openings)[0] ?? [];
		const lines = Array.from({ length: 8 }, (_, at) => `Story ${at} of a tern that came home late.`);
		assert.equal(agreementSigns([...lines, opening].join('\n')).opening, 0);
	});
});

test('before several buttons no sentence says what a text is', () => {
	for (const [opening, clause] of Object.values(openings)) {
		const dialogue = agreementEvidence(`${opening}\n\n${clause}\n\nOK\n\nNo\n`);
		assert.equal(dialogue.isTitled, false, opening);
		assert.ok(!isAgreement(dialogue), opening);
	}
});

test('an English name is a title in every language', () => {
	const text = 'Privacy Policy\n\nWir speichern und verarbeiten Daten und löschen sie nach einem Jahr.\n';
	assert.equal(agreementSigns(text).title, 2);
});

test('a story about a document is none', () => {
	const story = [
		'Privacy has become a topic that every ferry has to care about. Passengers want to know who collects their data and what happens with it.',
		'When the regulation came into force, many firms rewrote their policies over a weekend, and nobody checked whether it was true.',
		'We talked to three captains about what they look for. The first one reads the section on third parties, because that is where surprises hide.',
		'The second one looks at how long data is kept. If a policy says “as long as necessary”, she asks necessary for what, and mostly gets no answer.',
		'The third one told us a story. A harbour had promised never to share addresses, then it was sold, and the buyer got the whole list of guests.',
		'So what should you do as a reader? Look for the date, look for the name of the company, and search for the word “sell”. It takes two minutes.',
		'We will come back to this in the spring with a list of the best policies that we found. Until then, stay curious and drink enough tea.',
	];
	const told = agreementEvidence(['Privacy policy', ...story].join('\n\n'));
	assert.ok(!isAgreement(told));
});

describe('a few sentences under a title are none of an agreement', () => {
	const cases = {
		'where they end in a choice': [
			'Privacy',
			'Trattiamo i dati personali solo per rispondere alle richieste. Non li cediamo a terzi e li cancelliamo dopo un anno. L’utente ha diritto di accesso e di reclamo.',
			'Accetto tutti i cookie',
			'Rifiuto',
		],
		'where the title tells of one': [
			'Our lawyers explain the new privacy policy of the ferry',
			'The ferry may no longer share personal data with third parties. Passengers must consent, and may claim damages where their rights are violated.',
		],
	};
	for (const [what, lines] of Object.entries(cases))
		test(what, () => {
			assert.ok(!isAgreement(agreementEvidence(lines.join('\n\n'))));
			assert.ok(isAgreement(agreementEvidence(['Privacy', lines[1]].join('\n\n'))), 'else they are');
		});
});
