/** Pages that stand where an agreement should, in many languages, and short agreements that look like them: what the judge makes of a first text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CaptureFault } from '../capture/capture-fault.ts';
import { guardText } from '../capture/wall-pages.ts';
import { judgeFirst } from './compare-texts.ts';

/** At the very address that names an agreement. */
const address = 'https://tern.example/legal/terms-of-service';

function fateOf(lines: readonly string[]): 'recorded' | 'held' | 'failed' {
	const text = `${lines.join('\n\n')}\n`;
	try {
		guardText(text, address);
	} catch (error) {
		assert.ok(error instanceof CaptureFault);
		return 'failed';
	}
	return judgeFirst(text, address) === null ? 'recorded' : 'held';
}

const menu = ['Home', 'Shop', 'Prices', 'Stories', 'Team', 'Jobs', 'Help', 'Press', 'Partners', 'Log in'];

const wrongPages: Readonly<Record<string, readonly string[]>> = {
	'a bot check in German': [
		'Einen Augenblick bitte',
		'Wir stellen fest, ob hier ein Mensch sitzt. Das dauert nur wenige Sekunden, danach geht es von selbst weiter.',
	],
	'a bot check in Italian': [
		'Stiamo verificando la tua connessione',
		'Prima di proseguire dobbiamo controllare che la richiesta venga da una persona. Attendi qualche secondo.',
	],
	'a bot check in Polish': [
		'Sprawdzamy połączenie',
		'Zanim przejdziesz dalej, musimy się upewnić, że nie jesteś robotem. Potrwa to kilka sekund.',
	],
	'a bot check in Turkish': [
		'Bağlantınız denetleniyor',
		'Devam etmeden önce bir insan olduğunuzu doğrulamamız gerekiyor. Bu işlem birkaç saniye sürer.',
	],
	'a bot check in Chinese': [
		'正在检查您的浏览器',
		'继续之前，我们需要确认您是真人。此过程只需几秒钟，请稍候，页面随后会自动打开。',
	],
	'a bot check in Ukrainian': [
		'Перевірка з’єднання',
		'Перш ніж продовжити, ми маємо переконатися, що ви людина. Це займе кілька секунд.',
	],
	'a question for consent in English that speaks of law throughout': [
		'Your data, your choice',
		'We and our partners store and access information on your device and process personal data such as identifiers to provide personalised advertising and content, to measure it and to develop services.',
		'With your permission we may use precise location data. You may click to consent to our processing as described above.',
		'Some processing of your personal data may not require your consent, but you have a right to object to such processing.',
		'You can withdraw your consent at any time in the privacy policy. Your preferences will apply to this website only.',
		'More options',
		'Agree',
	],
	'a question for consent in German': [
		'Ihre Privatsphäre',
		'Wir und unsere Partner verarbeiten personenbezogene Daten, etwa Ihre IP-Adresse, um Inhalte und Anzeigen auszuwählen. Sie können Ihre Einwilligung jederzeit widerrufen.',
		'Einige Partner verarbeiten Daten auf Grundlage eines berechtigten Interesses. Dem dürfen Sie widersprechen.',
		'Zustimmen',
		'Mehr erfahren',
	],
	'a question for consent in Spanish': [
		'Tu privacidad nos importa',
		'Nosotros y nuestros socios tratamos datos personales con tu consentimiento para mostrarte publicidad. Puedes retirar el consentimiento o ejercer tus derechos cuando quieras.',
		'Aceptar',
		'Configurar',
	],
	'a question for consent or money in German': [
		'Lesen Sie mit Werbung oder im Abo',
		'Mit Ihrer Zustimmung dürfen wir und unsere Partner Ihre Daten für Werbung verarbeiten. Details stehen in der Datenschutzerklärung.',
		'Oder Sie zahlen 4,99 Euro im Monat und lesen ohne Werbung. Das Abo ist monatlich kündbar, die Nutzungsbedingungen gelten.',
		'Zustimmen und weiter',
		'Abo abschließen',
	],
	'a question for consent or money in French': [
		'Choisissez comment continuer',
		'Acceptez que nous et nos partenaires utilisions vos données personnelles pour la publicité, ou abonnez-vous pour 2,99 € par mois. Vous pouvez retirer votre consentement à tout moment.',
		'Accepter et continuer',
		'S’abonner',
	],
	'a log-in in Portuguese': [
		'Entrar',
		'Use a conta da sua empresa para ver a central de ajuda. O administrador decide quem pode ver estas páginas.',
		'Esqueci a palavra-passe',
	],
	'a page that moved, in Dutch': [
		'Deze pagina is verhuisd',
		'Al onze juridische documenten staan voortaan op één plek. Daar vindt u ook de voorwaarden en het privacybeleid.',
		'Ga naar de nieuwe pagina',
	],
	'a region that is shut out': [
		'Sorry',
		'Due to legal regulations in your country this content may not be shown to you. If you believe that this is a mistake, write to our support.',
	],
	'a maintenance in Finnish': [
		'Palaamme pian',
		'Sivustoa päivitetään parhaillaan. Kokeile hetken kuluttua uudelleen, pahoittelemme häiriötä.',
	],
	'a queue': [
		'You are now in line',
		'Many people want to visit us at this moment. Your number in line is 4321. When it is your turn, you will have ten minutes to enter. Do not refresh this page, or you must start again.',
	],
	'an age gate that speaks of law': [
		'Are you of legal drinking age?',
		'You must be at least 18 years old to enter. By entering you agree to our terms and conditions and our privacy policy, and confirm that the law of your country permits you to see this content.',
		'Enter',
		'Leave',
	],
	'an age gate in German': [
		'Altersprüfung',
		'Diese Seite darf nur von Personen besucht werden, die mindestens 18 Jahre alt sind. Mit dem Eintritt akzeptieren Sie die Nutzungsbedingungen.',
		'Ja, ich bin 18',
		'Nein',
	],
	'a parked domain': [
		'tern.example is for sale',
		'The domain may be for sale by its owner. Make an offer or rent it monthly. Buyers are protected, and the transfer takes a day.',
		'Related searches',
		'Cheap flights',
		'Privacy Policy',
	],
	'an error of PHP': [
		'Fatal error: Uncaught Error: Call to undefined function get_header() in /srv/www/index.php:17',
		'Stack trace: #0 {main} thrown in /srv/www/index.php on line 17',
	],
	'an error of PHP in French': [
		'Il y a eu une erreur critique sur ce site.',
		'Veuillez consulter la boîte de réception de l’adresse de messagerie du compte d’administration pour obtenir des instructions.',
	],
	'an error in Russian': [
		'Ошибка при подключении к базе данных',
		'Сайт временно недоступен. Попробуйте обновить страницу через несколько минут.',
	],
	'an empty shell': [
		'Loading…',
		...menu,
		'© 2025 Tern. All rights reserved.',
		'Privacy Policy',
		'Terms of Service',
	],
	'a list of documents with a sentence each': [
		'Legal',
		'Terms of Service',
		'The rules you agree to when you use our services.',
		'Privacy Policy',
		'How we collect, process and share your personal data.',
		'Cookie Policy',
		'What cookies we use and how you may reject them.',
		'Acceptable Use Policy',
		'What you must not do with our services.',
		'Copyright Policy',
		'How to report content that infringes your rights.',
		'Data Processing Agreement',
		'For customers who process personal data with us.',
		'Licence Agreement',
		'The licence for our software.',
	],
	'a folder': [
		'Index of /agreements',
		'terms.pdf 2024-01-01 10:00 120K',
		'privacy.pdf 2024-01-02 10:00 98K',
		'licence.txt 2024-01-02 10:00 11K',
	],
	'words that mean nothing': Array.from(
		{ length: 30 },
		(_, at) =>
			`Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore ${at}.`,
	),
	'six hundred words around a page that is missing': [
		'Hmm, there is nothing here',
		...menu,
		...Array.from(
			{ length: 40 },
			(_, at) =>
				`Story ${at}: how a small team of bird watchers counted more terns than anybody before them.`,
		),
		...menu,
	],
	'a shop': [
		'Winter sale',
		...Array.from(
			{ length: 40 },
			(_, at) =>
				`Woollen jacket number ${at} with two deep pockets and a warm hood, now at half the price with free delivery.`,
		),
	],
};

describe('a wrong page with status 200 is never recorded at sight', () => {
	for (const [what, lines] of Object.entries(wrongPages))
		test(what, () => assert.notEqual(fateOf(lines), 'recorded'));
});

/** Their words are those of walls, too. */
const shortAgreements: Readonly<Record<string, readonly string[]>> = {
	'an imprint': [
		'Imprint',
		'Tern Ltd, Quay Street 4, Galway. Director: Ann Byrne. Registered in Dublin under 123456. VAT number IE1234567X.',
	],
	'an imprint in German': [
		'Impressum',
		'Angaben gemäß § 5 DDG: Seeschwalbe GmbH, Hafenstraße 1, 20457 Hamburg. Geschäftsführerin: Anna Beck. Amtsgericht Hamburg, HRB 12345.',
	],
	'mentions légales': [
		'Mentions légales',
		'Éditeur : Sterne SARL, 4 quai des Oiseaux, Brest. Directrice de la publication : Anne Le Gall. Hébergeur : Oiseau Web, Rennes.',
	],
	'a refund policy': [
		'Refund policy',
		'If something went wrong with your order, we refund what you paid within ten days.',
	],
	'a refund policy in German': [
		'Rückgabe und Erstattung',
		'Ist etwas schiefgegangen, erstatten wir den Preis binnen zehn Tagen. Die Rücksendung zahlen wir.',
	],
	'a cookie policy': [
		'Cookie policy',
		'We set one cookie that keeps you signed in. Enable cookies in your browser to use the log in with your password.',
	],
	'a cookie policy in Spanish': [
		'Política de cookies',
		'Usamos una sola cookie para mantener su sesión. Puede bloquear las cookies en su navegador, pero no podrá entrar en su cuenta.',
	],
	'a cookie policy in French': [
		'Politique de cookies',
		'Nous déposons un seul cookie, qui garde votre session. Vous pouvez le refuser, mais vous ne pourrez plus vous connecter.',
	],
	'a security policy': [
		'Security policy',
		'Report a vulnerability to security@tern.example. You must not access data of others. We announce scheduled maintenance a week before.',
	],
	'a password rule': [
		'Account rules',
		'You must log in to post. Keep your password secret. We may close an account that violates these rules.',
	],
	'a maintenance policy': [
		'Maintenance policy',
		'The service is unavailable on the first Sunday of each month. You are not entitled to a refund for planned maintenance.',
	],
	'a captcha rule': [
		'Fair use policy',
		'Automated requests are prohibited. Whoever sends suspicious traffic must complete the captcha.',
	],
	'a licence': [
		'Licence',
		'You may copy and share these pictures if you name their author. You may not sell them. They are provided without warranty.',
	],
	guidelines: [
		'Community guidelines',
		'Be kind. You must not harass others. We remove posts that break these rules, and may close your account.',
	],
	'a privacy policy': [
		'Privacy policy',
		'We collect no personal data. Logs are deleted after a day. Access denied requests are logged as well.',
	],
	'a privacy policy in Italian': [
		'Informativa sulla privacy',
		'Non raccogliamo dati personali. I registri sono cancellati dopo un giorno e non sono condivisi con terzi.',
	],
	'a privacy policy in Swedish': [
		'Integritetspolicy',
		'Vi samlar inte in några personuppgifter. Loggar raderas efter en dag och delas inte med tredje part.',
	],
	'a privacy policy in Polish': [
		'Polityka prywatności',
		'Nie gromadzimy danych osobowych. Dzienniki są usuwane po jednym dniu i nie są udostępniane.',
	],
	'a privacy policy in Japanese': [
		'プライバシーポリシー',
		'当社は個人情報を収集しません。ログは一日後に削除され、第三者に提供されることはありません。',
	],
	'a privacy policy in Korean': [
		'개인정보 처리방침',
		'회사는 개인정보를 수집하지 않습니다. 기록은 하루 뒤에 삭제되며 제3자에게 제공되지 않습니다.',
	],
	'a return policy in Dutch': [
		'Retourbeleid',
		'U mag uw bestelling binnen dertig dagen terugsturen. Wij betalen het bedrag binnen tien dagen terug.',
	],
};

describe('a short agreement is recorded, or held so that a person can accept it', () => {
	for (const [what, lines] of Object.entries(shortAgreements))
		test(what, () => assert.notEqual(fateOf(lines), 'failed'));
});

/** Thirty clauses of one language each. */
const longAgreements: Readonly<Record<string, readonly [string, string]>> = {
	German: [
		'Nutzungsbedingungen',
		'Sie dürfen den Dienst nur nutzen, wenn Sie diesen Bedingungen zustimmen und die Gebühr für den Monat zahlen',
	],
	French: [
		'Conditions d’utilisation',
		'Vous ne pouvez utiliser le service que si vous acceptez ces conditions et payez le prix du mois',
	],
	Spanish: [
		'Condiciones de uso',
		'Usted solo puede usar el servicio si acepta estas condiciones y paga el precio del mes',
	],
	Italian: [
		'Condizioni di utilizzo',
		'L’utente può usare il servizio solo se accetta le presenti condizioni e paga il prezzo del mese',
	],
	Portuguese: [
		'Termos de uso',
		'O usuário só pode usar o serviço se aceita estas condições e paga o preço do mês',
	],
	Dutch: [
		'Gebruiksvoorwaarden',
		'U mag de dienst alleen gebruiken als u met deze voorwaarden akkoord gaat en de prijs betaalt voor maand',
	],
	Swedish: [
		'Användarvillkor',
		'Du får använda tjänsten endast om du godkänner dessa villkor och betalar avgiften för månad',
	],
	Danish: [
		'Handelsbetingelser',
		'Brugeren må kun bruge tjenesten, hvis han godkender disse betingelser og betaler gebyret for måned',
	],
	Finnish: [
		'Käyttöehdot',
		'Käyttäjä saa käyttää palvelua vain, jos hän hyväksyy nämä ehdot ja maksaa maksun kuukaudelta',
	],
	Czech: [
		'Obchodní podmínky',
		'Uživatel může službu užívat, jen pokud souhlasí s těmito podmínkami a platí poplatek za měsíc',
	],
	Polish: [
		'Regulamin',
		'Użytkownik może korzystać z usługi tylko wtedy, gdy akceptuje warunki umowy i wnosi opłatę za miesiąc',
	],
	Russian: [
		'Пользовательское соглашение',
		'Пользователь вправе использовать сервис, только если он принимает условия договора и оплачивает месяц',
	],
	Ukrainian: [
		'Умови користування',
		'Користувач може користуватися послугою, лише якщо погоджується з умовами договору і сплачує місяць',
	],
	Turkish: [
		'Kullanım koşulları',
		'Kullanıcı bu koşulları kabul etmek ve ücreti ödemekle yükümlüdür, aksi halde hizmet kullanılamaz ay',
	],
	Hungarian: [
		'Felhasználási feltételek',
		'A felhasználó köteles elfogadni a feltételeket és megfizetni a szolgáltatás díját a hónapban',
	],
	Romanian: [
		'Termeni și condiții',
		'Utilizatorul trebuie să accepte condițiile contractului și să plătească serviciile pentru luna',
	],
	Greek: [
		'Όροι χρήσης',
		'Ο χρήστης μπορεί να χρησιμοποιεί την υπηρεσία μόνο αν αποδέχεται τους όρους και πληρώνει τον μήνα',
	],
	Arabic: [
		'شروط الخدمة',
		'يجب على المستخدم قبول الشروط والأحكام ودفع رسوم الخدمة قبل استخدام الحساب في الشهر',
	],
	Hebrew: ['תנאי שימוש', 'המשתמש רשאי להשתמש בשירות רק אם הוא מסכים לתנאים ומשלם את התשלום בחודש'],
	Hindi: ['सेवा की शर्तें', 'उपयोगकर्ता शर्तों से सहमत होने और शुल्क का भुगतान करने पर ही सेवा का उपयोग कर सकते हैं महीना'],
	Indonesian: [
		'Ketentuan layanan',
		'Pengguna wajib menyetujui ketentuan ini dan membayar biaya layanan sebelum memakai akun pada bulan',
	],
	Vietnamese: [
		'Điều khoản dịch vụ',
		'Người dùng phải đồng ý với điều khoản và thanh toán phí dịch vụ trước khi dùng tài khoản trong tháng',
	],
	Japanese: ['利用規約', '利用者は本規約に同意し、料金を支払わなければなりません。禁止行為の条項'],
	Chinese: ['服务条款', '用户应当同意本协议的条款并支付费用，不得侵犯第三方的权利。条款'],
	Korean: ['이용약관', '회원은 본 약관에 동의하고 요금을 결제하여야 합니다. 조항'],
	Thai: ['ข้อกำหนดการใช้บริการ', 'ผู้ใช้ต้องยอมรับข้อกำหนดและชำระค่าธรรมเนียมก่อนใช้บริการในเดือน'],
};

describe('a whole agreement is recorded at sight', () => {
	for (const [language, [title, clause]] of Object.entries(longAgreements))
		test(`in ${language}`, () => {
			const clauses = Array.from({ length: 30 }, (_, at) => `(${at + 1}) ${clause}.`);
			assert.equal(fateOf([`# ${title}`, ...clauses]), 'recorded');
		});
});
