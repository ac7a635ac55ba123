/** The stances that ship with the machine: for each, sentences that take it, and by their side some that look alike and do not. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { stanceDetector } from './stance-detector.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const stanceOf = stanceDetector(topics);

/** Topic → stance, `mentions` or `off` → sentences; words before a bar stand above the sentence, `de:` makes it German. */
const samples: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'ai-training': {
		trains: [
			'We may use letters that do not contain names to train our models.',
			'We may use your recordings to train machine learning models.',
			'We prevent theft of letters, and train our AI models on them.',
			'Your letters help us to develop and improve our AI models.',
			'You agree that the ferry company may train its models on your letters.',
			'We use your letters in support of AI development.',
			'We may (i) keep your letters for as long as you do not object, and (ii) train our models on them.',
		],
		'unless-opt-out': [
			'We train our models on your letters unless you opt out in the settings.',
			'You can object to the use of your letters for training our AI models.',
		],
		'only-opt-in': [
			'We do not train our models on your letters without your consent.',
			'We train our models on your letters only if you opt in.',
		],
		'does-not': [
			'We never use your letters to train machine learning models.',
			'Your letters are not used to train our models.',
			'Neither we nor our partners train AI models on your letters.',
			'Our providers are under an obligation not to use your letters to train their models.',
			'This licence does not, however, permit us to train models on your letters.',
		],
		'you-must-not': [
			'You may not use the planner to train artificial intelligence models.',
			'You agree not to:|use the timetable to train machine learning models;',
			'Training of AI models on the timetable is prohibited.',
			'Remove or alter any notice, or use the timetable to train a model;',
			'The permission to read the timetable does not extend to AI training.',
			'Reading the timetable does not grant any right of AI training.',
			'We do not tolerate training of models on the timetable.',
			'Prohibition on Training AI Models.',
			'You must not use the timetable (i) in a way that harms others, or (ii) to train language models.',
		],
		mentions: [
			'Drawings that our machine may resemble are part of the model’s training data.',
			'The model repeats patterns in data used to train it.',
			'By using the timetable to train AI models you waive any terms that prohibit us from reading yours.',
			'More information on model training is in our notice.',
		],
		off: [
			'We train our staff in matters of safety.',
			'Our machines draw ferries with artificial intelligence.',
		],
	},
	'sale-of-data': {
		sells: [
			'We may sell your timetable data to advertisers.',
			'Last year we have sold the data of passengers to lenders.',
		],
		'counts-as-sale': [
			'Showing you ferries elsewhere may be considered a “sale” of personal information.',
			'We may “sell” your personal information as the law of California defines it.',
		],
		'opt-out-right': [
			'You have the right to opt out of the sale of your personal information.',
			'You can tell us not to sell your personal data.',
			'Click “Do Not Sell My Personal Information” at the foot of any page.',
			'If you opt out, we will not disclose your data in a way that is considered a sale.',
		],
		'does-not': [
			'The ferry company does not have knowledge that it “sells” or “shares” the personal information of children.',
			'We never sell your personal data.',
			'The ferry company does not sell your information to anyone.',
			'We have no actual knowledge that we sell the personal information of minors.',
			'We do not consider this to be a sale of your data.',
			'We will not:|sell your data to advertisers;',
		],
		'you-must-not': [
			'You may not sell data that you got from the planner.',
			'You agree not to:|sell our data;',
		],
		mentions: [
			'By sell, we mean giving your data to others for money.',
			'The amount of sales taxes rests on the information that you gave.',
			'We may sell aggregated information.',
			'Offering to buy or sell personal information of passengers;',
			'We warrant nothing of the products that the ferry company sells and the personal data that it provides.',
			'The categories of personal information we sold to a buyer, and the categories of recipients.',
			'You have the right to know whether we sold your personal information.',
			'The act prohibits a business from selling personal data of children.',
			'You agree not to sell, rent or give away your account or the data in it.',
		],
		off: [
			'You agree not to use rented lists of email addresses.',
			'We are not liable for trade secret information.',
			'Thieves sell stolen bags, so there is not much risk for the data.',
			'We sell tickets and other products.',
			'In a merger or a sale of our assets your information goes to the new owner.',
			'The tax that holds at the time of sale is added to your fare.',
			'You agree not to copy, publish or take part in the sale of any part of the planner.',
		],
	},
	'termination-by-platform': {
		'any-time': [
			'We may close your account at any time.',
			'The ferry company may suspend your account for any reason, including a breach of these rules.',
			'We reserve the right to discontinue the service at our sole discretion.',
			'Either party may terminate this agreement for convenience.',
			'The ferry company may suspend the service at any time without giving notice.',
		],
		'for-breach': [
			'We may close your account if you break these rules.',
			'If you do not pay, your account may be suspended.',
			'Repeated insults may result in a suspension of your account.',
			'It is our policy to terminate the accounts of those who infringe repeatedly.',
			'We may close your account at any time and without notice, if:',
			'At our discretion we may, without notice, close your account in any of the following cases:',
			'Passengers who smuggle face immediate account termination.',
			'If your pass has been copied, your account may be subject to suspension of access.',
			'Accounts that smuggle will lead to the account being disabled.',
			'If your account has been stolen, we may suspend or close it.',
			'In the event of smuggling, we suspend your account for a month.',
		],
		'with-notice': [
			'We may terminate this agreement upon 30 days’ notice.',
			'Subject to applicable law, we may close your account at any time upon thirty days’ notice.',
			'We may end the agreement for convenience with two months’ notice.',
			'You or we may terminate this agreement, with or without cause, by giving thirty days’ notice.',
			'Both you and the ferry company may terminate this agreement at any time with notice.',
		],
		inactivity: ['We may delete your account if it stays inactive for two years.'],
		mentions: ['We may close your account.'],
		off: [
			'The administrators of the boat may delete your account.',
			'You always have the right to terminate this contract.',
			'You may close your account at any time.',
			'If you wish to cancel your membership, you may do so in the settings.',
			'We may remove any drawing at our sole discretion.',
			'If we need to refuse or cancel an order, we will write to you.',
			'You may have a statutory right of withdrawal and may cancel your subscription.',
		],
	},
	arbitration: {
		binding: [
			'Any dispute with the ferry company shall be resolved by binding arbitration.',
			'You and we agree to arbitrate all claims.',
			'The arbitrator alone shall have exclusive authority to decide any dispute about these terms.',
			'This agreement contains an arbitration clause.',
			'Unless you opt out, you agree that disputes will be resolved by arbitration.',
		],
		optional: [
			'Either party may elect to resolve the dispute through binding arbitration.',
			'You may choose to submit your claim to arbitration.',
		],
		'opt-out': ['You may opt out of this arbitration agreement within thirty days.'],
		excludes: [
			'Claims about lost luggage are not subject to arbitration.',
			'We do not agree to submit to arbitration.',
		],
		mentions: ['The Federal Arbitration Act governs this section.', 'The seat of arbitration is Oslo.'],
		off: [
			'If for any reason a claim proceeds in court rather than in arbitration, there is no jury.',
			'The talks go on until the parties resolve all claims, either through settlement or arbitration.',
			'We pay the fees of the arbitrator.',
			'Before you start arbitration you must send us a letter.',
			'Disputes go to the courts of Oslo.',
		],
	},
	'arbitration-opt-out': {
		'can-opt-out': ['You may opt out of arbitration by writing to us within thirty days.'],
		cannot: ['This change gives you no new opportunity to opt out of arbitration.'],
		mentions: ['Opting out of arbitration has no effect on older agreements.'],
		off: ['You may opt out of our letters.'],
	},
	'class-action-waiver': {
		waived: [
			'You waive any right to take part in a class action.',
			'Claims may be brought only in an individual capacity, and not as a member of a class.',
			'Class actions are not permitted.',
			'The arbitrator may not consolidate the claims of more than one person.',
			'You waive your right to be a class member in any class, collective or representative action.',
		],
		keeps: [
			'Passengers of night ferries may join a class action.',
			'This agreement shall not apply to claims in that class action.',
		],
		mentions: [
			'You have the right to opt-out and not be bound by the arbitration provisions, including the class action waiver.',
			'It affects your rights, including your right to take part in a class action.',
			'If the class action waiver is found to be unenforceable, a court decides.',
			'This section does not keep you from a class-wide settlement.',
			'If the prohibition on class arbitrations cannot be enforced, this section does not apply.',
			'Only a court may enforce the prohibition on class actions.',
		],
		off: [
			'The notice must be given on an individual basis.',
			'The arbitrator may award relief on an individual basis as a court could.',
			'First class of service costs more.',
			'If you have no account representative, cancel by letter and not by wire.',
			'This is a representative list of what we forbid, and we may prohibit more at our discretion.',
		],
	},
	'unilateral-change': {
		'with-notice': [
			'We may change these terms at any time and will notify you thirty days before.',
			'We will tell you of material changes to our prices by e-mail.',
			'If we make changes to this policy, we will inform you beforehand.',
		],
		'by-posting': [
			'We encourage you to review this privacy policy regularly to stay informed of changes.',
			'We may change these terms by posting the new ones here.',
			'Please check this page regularly for changes.',
			'Your continued use of the planner after such changes means that you accept them.',
			'We will notify you of changes to these terms by e-mail or by posting them here.',
			'Please check these terms regularly.',
		],
		'without-notice': [
			'We may change these terms at any time without notice.',
			'We may update the content guidelines without notice.',
		],
		'asks-consent': [
			'These terms may only be amended in writing signed by both parties.',
			'This agreement may be amended only by a written agreement of both of us.',
		],
		mentions: [
			'We may change these terms from time to time.',
			'We may change these terms at our discretion, and reserve the right to do so without your consent.',
		],
		off: [
			'The customer shall inform us of any changes in its address.',
			'You may change your password at any time.',
			'Please notify us of changes to your address.',
			'Check the life vests regularly.',
		],
	},
	'automated-decisions': {
		decides: [
			'We use automated decision-making to set your credit limit.',
			'Decisions on your ticket are made automatically by our algorithms.',
		],
		'review-right': [
			'You have the right to object to automated decisions.',
			'You can ask for human review of an automated decision.',
			'You have the right:|not to be subject to a decision based solely on automated processing;',
			'de:Sie können der automatisierten Entscheidung widersprechen.',
		],
		'does-not': [
			'We do not use automated decision-making.',
			'No automated decision-making takes place.',
			'de:Eine automatisierte Entscheidung findet nicht statt.',
			'All final decisions are made by a human reviewer.',
		],
		mentions: ['You may ask whether there is automated decision-making, and for its logic.'],
		off: ['An automatic door leads to the ferry.'],
	},
	indemnity: {
		'you-pay': [
			'You agree to indemnify us against all claims of other travellers.',
			'The Customer shall hold the ferry company harmless from any claim.',
			'You will defend and indemnify the ferry company.',
		],
		'platform-pays': [
			'The ferry company agrees to indemnify the customer for damages that result from a claim brought by others.',
			'If you are a guest, the harbour agrees to defend and hold you harmless from claims of others.',
			'We will indemnify you against claims that the planner infringes a patent.',
			'The ferry company will defend you against such claims.',
		],
		'both-pay': ['Each party shall indemnify the other party against claims that it has caused.'],
		'does-not': [
			'The indemnity in this section does not apply to consumers.',
			'Consumers are not required to indemnify us.',
		],
		mentions: [
			'You will not hold us liable or seek indemnification for a lost letter.',
			'We may take over the defence of any matter that is subject to indemnification by you.',
			'The indemnifying party may not settle a claim alone.',
		],
		off: [
			'We reimburse tickets within ten days.',
			'If you cancel, we will reimburse you for what you paid.',
			'The customer will reimburse us for expenses of collecting a late fare.',
		],
	},
	'law-enforcement-access': {
		discloses: [
			'We may disclose your letters to the police.',
			'We share data with courts where the law requires it.',
			'We disclose data to comply with a legal obligation.',
			'de:Wir erteilen dem Gericht Auskunft.',
		],
		'only-if-required': [
			'We will not disclose your letters to authorities unless a court order requires it.',
			'We only disclose data to the police if we are legally required to.',
		],
		'tells-you': [
			'We will notify you before we answer a subpoena for your letters.',
			'We tell users about government requests unless the law forbids it.',
		],
		mentions: ['Law enforcement requests for records may be sent to our office.'],
		off: [
			'If we intend to change these terms, we will inform the customer 30 days before, or sooner where a court order asks for it.',
			'You may lodge a complaint with the authorities.',
			'We report rude captains.',
			'We may suspend your pass or your access to the boats to comply with a court order.',
			'We may suspend or terminate an account to comply with a court order.',
			'We will cooperate with the police in finding who broke the lamp.',
		],
	},
	'price-changes': {
		'may-change': [
			'We may change our prices at any time.',
			'Fares and fees may vary with demand.',
			'Prices are subject to change without notice.',
			'We reserve the right to change ticket terms and fees from time to time.',
			'We charge fees, which may change from time to time.',
			'Prices and the number of cabins on all ferries are subject to change.',
		],
		'with-notice': [
			'We will tell you thirty days before we increase the fees.',
			'We may raise the price of your pass and will notify you by letter.',
			'de:Wir dürfen die Preise anpassen und teilen Ihnen dies sechs Wochen vorher mit.',
		],
		'does-not': [
			'Price changes do not apply to tickets that you have bought.',
			'Your fee will not increase during the year.',
		],
		mentions: ['If you do not accept the increased price, you can return the pass.'],
		off: [
			'Interest rates may vary from bank to bank.',
			'The arbitrator may increase its fees.',
			'These fees may be charged by the harbour.',
			'Local tax charges may vary.',
			'The price of coins is known to all who buy them.',
		],
	},
	tracking: {
		tracks: [
			'For people, not machines, this site may use cookies.',
			'We use cookies to recognise your browser.',
			'Cookies help us to see which ferries you look at.',
			'Our partners may use cookies on our pages.',
			'de:Wir setzen Cookies ein.',
			'We collect device identifiers, such as advertising IDs, media access control addresses and other unique identifiers.',
		],
		'unless-opt-out': [
			'You can refuse cookies in your browser.',
			'You can opt out of our tracking at any time.',
			'We honour Do Not Track signals.',
		],
		'with-consent': ['We use cookies only with your consent.', 'If you agree, we use web beacons.'],
		'ignores-signal': [
			'We do not respond to Do Not Track signals.',
			'Our ferry planner does not currently recognise Do Not Track.',
		],
		'does-not': ['We do not use cookies.', 'We never track you across other websites.'],
		mentions: [
			'This policy explains how we use cookies and the choices that there are to manage cookies.',
			'To stop companies from tracking what you do on their pages, read on.',
			'Some pages cannot be offered without the use of cookies.',
			'Passengers may request that we do not track what they do online.',
			'Some browsers can be configured to send “Do Not Track” signals to online services.',
			'This policy does not apply to tracking technologies of advertisers, which we cannot control.',
			'Cookies are small text files on your computer.',
			'The law asks us to say how we respond to “do not track” signals.',
		],
		off: [
			'You must obtain consent of your readers to the use of cookies.',
			'You can track your parcel on the map.',
			'We also use what you write to find faults, such as tracking outages.',
			'Publishers must have a privacy policy that says that cookies are used on their pages.',
		],
	},
	'location-data': {
		collects: [
			'We use your location to detect and prevent fraud.',
			'We collect your precise location while the planner is open.',
			'We use your IP address to determine your approximate location.',
			'de:Wir erheben Standortdaten.',
			'Even if you do not choose to share your precise location, we use your IP address to estimate your general location.',
		],
		'unless-opt-out': [
			'You can switch off location services in the settings of your phone.',
			'If you disable location services, the map shows the whole coast.',
		],
		'with-consent': [
			'We collect your precise location only with your consent.',
			'If you allow it, we use your GPS position.',
		],
		'does-not': ['We do not collect your location.', 'The planner never accesses your precise location.'],
		mentions: [
			'Location data means data on where a device is.',
			'Even if you turn off personalised ads, we learn your general location from your address.',
			'The gate may not know the physical location of a device.',
		],
		off: ['Our office has changed its location.', 'The hearing takes place at your location.'],
	},
	'age-limits': {
		'at-least': [
			'You must be at least 16 years old to sail alone.',
			'The planner is not intended for children under 13.',
			'Nobody under 18 may open an account.',
			'de:Sie müssen mindestens 16 Jahre alt sein.',
			'You must be 16 or older to steer a ferry.',
		],
		'with-parent': [
			'If you are under 18, you may use the planner only with the consent of a parent.',
			'A guardian must open the account of a child under 13.',
			'If you are a minor, your parent must have read these terms and agree to them for you.',
		],
		'no-child-data': [
			'We do not knowingly collect data from children under 13.',
			'If we learn that a child under 13 has given us data, we will delete them.',
			'If we learn that you are under the age of 13, we will close the cabin and delete your account and your data.',
		],
		mentions: [
			'In the terms, the word “children” refers to people under 13 years of age.',
			'We do not knowingly sell the personal data of children under the age of 16.',
		],
		off: [
			'You agree that you will not solicit data from anyone under 18.',
			'You must be at least at level 16 to trade.',
			'We remove pictures that harm minors.',
			'You must wait at least 6 months before you ask again.',
			'The harbour is open to users in over 150 countries.',
		],
	},
	'account-deletion': {
		'you-may': [
			'If you do not agree to these changes, you can delete your account by following the pages “Leaving” and “Closing Your Account”.',
			'You may close your account at any time.',
			'You can delete your account in the settings.',
			'In the harbour, you can choose to delete your account at any time.',
			'Any passenger who holds an account can leave it, and a user may delete such an account.',
			'You can leave the company by deleting your account.',
			'To close your account, go to the last page.',
			'de:Sie können Ihr Konto jederzeit löschen.',
			'You may close your account by visiting the settings and clicking there, or by sending an e-mail.',
			'You may decide to cancel your account whenever you want.',
		],
		'by-request': [
			'You may close your account by sending us a letter.',
			'To delete your account, contact us by e-mail.',
			'A parent may request the termination of the account by writing to us.',
		],
		'deletes-data': [
			'When you delete your account, we delete your tickets and letters.',
			'Deleting your account permanently erases your tickets.',
			'Once your account is closed you will not be able to recover your tickets.',
			'If your account is deleted, your letters will be deleted with it.',
			'As soon as you close your account, you will no longer have access to your tickets.',
			'When you close your account:|data associated with your account will be removed.',
			'Content linked to your account will be erased once you close your account.',
			'If you close your account, your letters will be deleted.',
		],
		'keeps-some': [
			'After you delete your account, we keep your invoices.',
			'If you close your account, some of your letters remain visible.',
			'Letters that others kept may persist after your account is deleted.',
			'When you delete your account, this does not affect the information that others have.',
			'Your letters are not erased when you close your account.',
			'We keep letters for six years after account deletion.',
		],
		mentions: [
			'Save your tickets before closing your account.',
			'For more information on deleting your account, refer to the next page.',
			'Unless you request the deletion of your account, we keep most of your letters.',
			'If you close your account but have shared a cabin, the cabin will still be billed.',
		],
		off: [
			'Please do not terminate your account if you still need a ticket.',
			'We may close your account at any time.',
			'The captain may terminate your account if you break the rules.',
			'Such conduct may lead to suspension or termination of your account.',
			'You acknowledge that the harbour may terminate the account of any passenger.',
			'You can appeal our decision to close your account.',
			'This may include blocking letters or closing your account at once.',
			'You can delete a letter that was sent from your account.',
			'If a user deletes an account, you must delete what you stored of this user.',
			'We may cancel your ticket.',
		],
	},
	'warranty-disclaimer': {
		disclaims: [
			'The planner is provided “as is”.',
			'We make no warranty that the ferries are on time.',
			'We disclaim all implied warranties of merchantability.',
		],
		keeps: [
			'Some states do not allow the exclusion of implied warranties.',
			'Nothing in these terms excludes the implied warranties that the law gives you.',
		],
		off: [
			'You represent and warrant that your drawings are your own.',
			'We read your letters as is necessary to answer them.',
		],
	},
	'choice-of-law': {
		'names-law': ['This agreement is governed by the laws of Norway.', 'de:Es gilt norwegisches Recht.'],
		'keeps-your-law': [
			'You may also have consumer rights under the laws of your country.',
			'You keep the mandatory protection of the law of the country in which you live.',
			'This agreement is governed by the laws of Norway, without affecting the mandatory provisions of the country where you reside.',
		],
		off: [
			'Your rights may be limited, subject to the law of your jurisdiction.',
			'If the law of the country where you live does not allow the exclusions of this clause, they do not apply to you.',
			'This section says which law applies to the agreement.',
			'Under California law, to share means to show a letter to others.',
			'You must obey all applicable laws when you sail.',
			'Passengers who are residents have further rights under California law.',
			'This is the notice that we owe you under California law.',
		],
	},
	'court-jurisdiction': {
		'names-court': ['The courts of Norway have exclusive jurisdiction.', 'de:Gerichtsstand ist Oslo.'],
		'home-courts': ['You may also bring proceedings in the courts of the country where you live.'],
		off: [
			'Either of us may ask the courts in the state where you reside to appoint an arbitrator.',
			'You must have reached the age of majority in your state of residence.',
			'If a court finds a clause invalid, the others stay.',
			'Your personal data is kept by the company that is responsible for your jurisdiction.',
			'The courts in some countries will not apply the law of California.',
		],
	},
	advertising: {
		'uses-data': [
			'If you do not allow these cookies, you will see less relevant advertising.',
			'We may display third-party advertisements on any page without consent from its author.',
			'We use your trips to show you personalised advertising.',
			'We may send you marketing messages.',
			'Our partners may show you targeted ads.',
			'de:Wir nutzen Ihre Reisen für Werbung.',
		],
		'unless-opt-out': [
			'You can opt out of personalised advertising.',
			'We send marketing e-mails until you unsubscribe.',
		],
		'with-consent': ['We send you marketing messages only with your consent.'],
		'does-not': [
			'We do not show personalised ads.',
			'We do not sell data of travellers whom we know or share them for targeted advertising.',
		],
		mentions: [
			'Read more on interest-based advertising in our notice.',
			'You can ask us not to share your data for marketing purposes.',
		],
		off: [
			'Advertisements targeting the north must be in the language of the north.',
			'This policy applies to data that we handle in our shops, our advertisements and our marketing materials.',
			'We may call you for non-marketing purposes.',
			'These advertisers may only target the north.',
			'Our banner may not be altered, nor may ads be targeted in another way.',
			'Advertisers must not place pictures of wild animals.',
			'The trial becomes a paid plan at its end unless you choose not to upgrade.',
		],
	},
	'data-rights': {
		gives: [
			'You have the right to access your personal data.',
			'You can ask us to delete your personal data.',
			'You may withdraw your consent at any time.',
			'de:Sie haben ein Recht auf Auskunft.',
		],
		'to-complain': ['You may lodge a complaint with a supervisory authority.'],
		'may-refuse': [
			'We may refuse a request to access your personal data.',
			'We may decline your request to delete personal information where the law allows it.',
			'We may charge a reasonable fee if your request is unfounded or repetitive.',
		],
		off: [
			'The rights of authorities to access your personal information differ from country to country.',
			'We work with data protection authorities to resolve complaints about transfers of personal data.',
			'We reserve the right to delete drawings.',
			'We may refuse to publish a letter that breaks these rules.',
			'We grant you no right to the planner.',
			'You shall not have the right to object to such a change.',
		],
		mentions: [
			'The lawfulness of what was done before you withdraw your consent is not affected.',
			'If we deny your request to delete data, we tell you why.',
		],
	},
	'content-removal': {
		'any-time': [
			'We may remove your posts at any time and for any reason.',
			'We may delete your content.',
			'We may remove any post at any time, whether or not it violates our rules.',
		],
		'for-breach': [
			'If a post is reported, we reserve the right to remove the post.',
			'We may remove content that violates these terms.',
			'If you break the rules, we may remove your posts for that breach.',
			'We remove posts that show somebody’s cabin number.',
			'We may delete your posts for legal reasons.',
			'We may remove the offending content.',
			'We may remove posts identifying people in a cabin.',
		],
		off: [
			'We consider the following when deciding whether to remove content.',
			'We may refuse to remove a post that is true.',
			'You may delete your posts.',
			'We may take away content that you have purchased.',
			'We update our site and may add or remove content at any time.',
			'We may change or remove the contents of the site at any time.',
		],
	},
	'user-content-ownership': {
		yours: [
			'You keep all rights in the content that you post.',
			'We do not claim ownership of your content.',
			'Your content remains yours.',
		],
		'platform-owns': [
			'You hereby assign to us all rights in your feedback.',
			'Any feedback becomes the property of the ferry company.',
		],
		off: [
			'We may write to you to verify that you own the material.',
			'You assign and grant to us a security interest in all rights to the collateral.',
			'You represent that you own the content that you post.',
			'We may transfer these terms to a new owner of the ferries.',
		],
	},
	'acceptance-by-use': {
		'terms-by-use': [
			'By using the ferry planner, you agree to these terms.',
			'de:Durch die Nutzung des Fahrplans stimmen Sie zu.',
		],
		'changes-by-use': ['Your continued use of the planner means that you accept the changes.'],
		off: [
			'By using the planner, you agree that departures are estimates.',
			'By opening an account, you represent that you have the authority to enter into these terms.',
			'By using the pier, you agree to be bound by the PayPal terms.',
		],
	},
	'privacy-included': {
		included: [
			'Our privacy policy is part of these terms.',
			'By using the planner you agree to our privacy policy.',
		],
		off: [
			'Our privacy policy tells you what we do with data.',
			'If you withdraw your consent to what this privacy policy says, you may lose the planner.',
			'This addendum is incorporated into the privacy notice.',
			'You agree to have a privacy policy of your own.',
		],
	},
	'security-breach-notice': {
		'within-days': [
			'We will notify you of a data breach within 72 hours.',
			'de:Datenpannen werden wir Ihnen innerhalb von 72 Stunden mitteilen.',
		],
		'if-required': [
			'We will notify you of a security breach where the law requires it.',
			'In case of a data breach we will inform you as required by applicable law.',
			'We will notify you of a data breach in compliance with applicable law.',
		],
		notifies: ['If there is a security breach, we will inform you without delay.'],
		off: [
			'Such notification by client to the authority shall describe the personal data breach.',
			'We use data to prevent, investigate and report security incidents in accordance with the law.',
			'We watch the communication channels for security incidents.',
			'Either side may disclose confidential information where a law asks for notice of a data breach.',
			'Failure to give notice of a security breach is taken into account.',
			'You must notify us of any security breach.',
			'We may end the contract 30 days after notice of your breach.',
		],
	},
	competition: {
		'you-must-not': [
			'You may not use the planner to build a competing product.',
			'You must not:|publish benchmark tests of the planner;',
			'You will not use anything that you may read here to compete with us.',
		],
		'platform-may': ['You acknowledge that we may develop products that compete with yours for you.'],
		allowed: ['You may perform benchmark tests of the planner.'],
		mentions: ['Competitive analysis is described in the handbook.'],
		off: [
			'You will not solicit reviews from your customers.',
			'The competent court decides.',
			'The winner of the prize competition is told by letter.',
			'You can compete with other passengers for the best seat.',
		],
	},
	confidentiality: {
		'you-must': [
			'It is important for us that you keep the plan secret.',
			'You must keep our plans confidential.',
			'You agree not to disclose confidential information of the ferry company.',
		],
		'both-must': [
			'Each party shall keep the confidential information of the other party secret.',
			'The receiving party will not disclose confidential information.',
		],
		'platform-must': [
			'We will require the harbour to keep your data confidential.',
			'We will keep your ideas confidential.',
			'We require the harbour to protect your letters, and to keep them confidential.',
		],
		'not-secret': [
			'Your ideas come to us on a non-confidential basis, and will not be treated as confidential.',
			'What you send us will be considered non-confidential.',
			'We are under no obligation of confidentiality for your ideas.',
		],
		mentions: [
			'Confidential information means whatever is marked so.',
			'The receiving party agrees that money may not make good a breach of confidentiality.',
			'Confidential information does not include what became generally known, or was received without any duty of confidence.',
		],
		off: [
			'You are liable for loss if you fail to maintain the confidentiality of your access codes.',
			'Keep your password confidential.',
			'Each party will use reasonable care in what it does under this agreement.',
		],
	},
	'moral-rights': {
		waived: [
			'You waive all moral rights in your drawings.',
			'You agree not to assert moral rights against us.',
			'You shall not exercise moral rights against us.',
		],
		keeps: ['You retain your moral rights.', 'We respect your moral rights.'],
		mentions: [
			'Moral rights are described in the appendix.',
			'The painter has obtained all consents, waivers and rights, including moral rights, that we need.',
		],
		off: ['You must not infringe copyrights, trademarks or moral rights of others.'],
	},
	'audit-rights': {
		'platform-may': ['We may audit your books once a year.', 'You must cooperate with our audit.'],
		'you-may': ['The customer may audit our systems once a year.', 'We will allow audits by the customer.'],
		mentions: [
			'An audit shall take place in working hours.',
			'To request an audit, the client will be required to send us a plan.',
		],
		off: [
			'You shall be responsible for all that you learn in the audit.',
			'An outside firm audits our accounts once a year.',
			'You may write to the Economic Inspectorate about a complaint.',
			'The harbour master may inspect the luggage that you bring.',
		],
	},
	assignment: {
		'platform-may': [
			'We may assign this agreement to anybody.',
			'The ferry company may assign its rights and obligations under these terms without your consent.',
		],
		'you-must-not': [
			'You may not assign this agreement without our consent.',
			'Any attempt by you to transfer these terms is void.',
			'You may assign this agreement only with our consent.',
			'You may not transfer these terms to anybody without our consent.',
		],
		'neither-may': [
			'Neither party may assign this agreement without consent of the other.',
			'The rights and obligations of each party under the agreement shall not be assigned without approval of the other.',
		],
		off: [
			'You have a non-exclusive, non-transferable licence under this agreement.',
			'We may transfer any of the information described here as a result of a sale or transfer of assets.',
			'We assign each traveller a seat by the window.',
			'You may not share your account.',
			'Withdrawing your consent does not affect what we did with your letters before.',
			'Your ticket is not used for other ferries.',
			'A transfer of rights and obligations does not affect the validity of this agreement.',
		],
	},
	'force-majeure': {
		'excuses-platform': [
			'We are not liable for delays beyond our reasonable control.',
			'de:Bei höherer Gewalt entfällt die Haftung.',
		],
		'excuses-both': [
			'Neither party is liable for delays by force majeure, and either party may terminate after a month of it.',
			'Neither party is liable for a failure that is caused by events beyond its reasonable control.',
		],
		mentions: [
			'In no event shall force majeure excuse an obligation to pay.',
			'Either party may terminate if force majeure goes on for a month.',
			'Force majeure means storms, ice and strikes.',
			'We cannot foresee all risks, such as force majeure or a storm.',
		],
		off: [
			'The ferry stops on Sundays for planned maintenance.',
			'Neither party will be liable for lost profits.',
		],
	},
	'export-control': {
		'you-must': [
			'You must comply with all export control laws.',
			'You may not use the planner if you are in an embargoed country.',
			'You confirm that:|you are on no sanctions list;',
			'You may not use or otherwise export the planner except as the law of the harbour allows.',
		],
		mentions: ['The planner is subject to export laws.'],
		off: [
			'You can export your data as a file.',
			'You may not assign or transfer these terms by operation of law.',
		],
	},
	'reverse-engineering': {
		'except-law': ['You may not reverse engineer the planner, except where the law allows it.'],
		'you-must-not': [
			'You may not decompile the planner.',
			'You agree not to:|reverse engineer the planner;',
			'You must not (nor let others) disassemble the planner without our written consent.',
		],
		allowed: ['You may reverse engineer the open parts of the planner.'],
		mentions: ['How people decompile a program is told in the handbook.'],
		off: ['You may not copy the timetable.'],
	},
	'service-level': {
		promises: [
			'We guarantee an uptime of 99 percent each month.',
			'You receive service credits where the monthly uptime is lower.',
		],
		'does-not': [
			'We do not guarantee that the planner will be uninterrupted.',
			'The planner may be temporarily unavailable for maintenance.',
			'We don’t promise that the planner is available at all times.',
			'We do not warrant that the service will meet your needs, or that it will be available when you want it.',
		],
		mentions: ['The service level agreement is on another page.'],
		off: [
			'If you disable the use of cookies, some features may become unavailable.',
			'Tickets are available at the pier.',
			'We are not liable for business interruption.',
			'We make no promise that the planner is appropriate or available for use outside the harbour.',
			'If you write letters to everybody, your account may be suspended.',
			'We do not guarantee the availability of third-party pages.',
		],
	},
	'automated-access': {
		'you-must-not': [
			'You may not scrape the timetable or use robots to copy it.',
			'You agree not to:|harvest e-mail addresses of other passengers;',
			'Access by automated means is prohibited.',
			'We do not welcome:|Scripts or bots that act badly on the site.',
			'We do not welcome the use of bots on the site.',
			'The planner must not be used by bots.',
			'Accounts with bot-like behaviour are prohibited.',
			'Gain unauthorised access to the pier, or use bots to scrape the timetable;',
			'Prohibited conduct|use any robot, spider or other automated device to read the timetable;',
		],
		allowed: [
			'Search engines may crawl the public pages of the planner.',
			'Accounts that are run by an automated process are permitted.',
			'We allow pilots to read the timetable using bots.',
		],
		'own-crawler': [
			'Keep the page where our crawlers can read it.',
			'The harbour operates a crawler of its own.',
			'You grant us the right to crawl and index your pages.',
		],
		mentions: ['For licences of robots and crawlers, write to the licensing desk.'],
		off: [
			'If you are interested in permission to use robots on our pages, write to the desk.',
			'We use automated tools to detect forged tickets.',
			'Bots made available by you are part of your app.',
			'You have the right not to be subject to a decision made by automated means.',
			'Our gates open by automated means when you come near.',
			'We sell lists of scraped timetables.',
			'The bot will see what you write to it.',
			'The analysis of questionnaires may be helped by automated methods.',
		],
	},
	'automatic-renewal': {
		renews: [
			'If neither of us gives notice not to renew, the service will renew month by month.',
			'Your pass renews automatically each month unless you cancel it.',
			'To avoid being charged, cancel the pass before the trial ends.',
			'If you do not want your subscription to renew, cancel it before the renewal date.',
			'Unless you cancel, your subscription will continue for another year.',
			'Your card will automatically be charged at the start of each month.',
			'de:Das Abonnement verlängert sich automatisch um ein Jahr.',
			'To avoid future charges, cancel before the renewal date.',
			'These are automatically renewing subscriptions.',
		],
		'does-not': [
			'The season pass does not renew automatically.',
			'If you paid with a voucher, your subscription will automatically terminate at the end of its term.',
			'Gift subscriptions will not be renewed at the end of the term.',
			'de:Das Abonnement verlängert sich nicht automatisch.',
		],
		mentions: [
			'Coins have no value, and a pass is a renewing subscription.',
			'In this case, your subscription will not be renewed.',
			'If you cancel your subscription, it will not renew.',
			'You can turn off auto-renewal of your subscription in the settings.',
			'The pass is charged for at a recurring interval.',
			'You will be billed on a recurring basis.',
			'If you cancel your membership before the free trial is over, we will not charge you for a term.',
		],
		off: [
			'The safety certificate of each ferry is renewed once a year.',
			'You may choose not to renew your pass.',
			'The fee may change when your term renews.',
			'A general release does not extend to claims that you do not know of.',
			'These terms will continue to apply until terminated by either of us.',
			'This cookie is used to automatically renew the token.',
		],
	},
	'biometric-data': {
		collects: [
			'We use facial recognition to match your picture with your pass.',
			'Our gatekeeper creates a biometric template of your face.',
			'A machine turns your picture into a numeric representation of your face, which some laws call biometric data.',
			'Our check includes a comparison of your selfie with your pass.',
			'We run an automated analysis of pictures to detect faces.',
		],
		'with-consent': [
			'We collect your voiceprint only with your consent.',
			'If you choose to verify your pass, we scan your face and keep the biometric data.',
			'When “Who is aboard” is enabled, we collect and store facial geometry.',
			'If you prefer not to use facial recognition, a sailor looks at your pass.',
			'Biometric data is kept until you withdraw your consent.',
		],
		'does-not': [
			'We do not collect data that belongs to any of these kinds:|biometric data;',
			'We do not collect or store biometric data.',
			'No biometric data is stored by the ferry company.',
			'We do not collect data of special kinds, such as your race, your ethnic origin, your political opinions, your beliefs, your health or biometric data.',
			'Our camera:|Does not capture biometric data of passengers.',
		],
		'you-must-not': [
			'You must not use the planner to collect biometric data of passengers.',
			'You may not share:|biometric data of other passengers;',
		],
		mentions: [
			'Sensitive data means data on racial origin, religious beliefs and biometric data.',
			'“Barred data” means health data, names of children and biometric data, which you must not send.',
			'The use of the gate is subject to a biometric notice and consent terms of its own.',
			'Read the Facial Scan Policy of the harbour.',
			'Agencies that use facial recognition must tell the public.',
		],
		off: [
			'What we consider personal data includes biometric data.',
			'In this section, biometric identifiers do not include photographs.',
			'Late passengers may face age restrictions.',
			'The canvas fingerprint of your browser changes with its version.',
			'With a passkey you sign in by your PIN code or Face ID.',
			'Privacy Notice|We ask you for a selfie, and for a picture of your ticket.',
			'You open the card with a PIN, or with a PIN made via biometrics.',
		],
	},
	'data-retention': {
		'fixed-period': [
			'We keep your travel records for 12 months.',
			'Log data is deleted after thirty days.',
			'de:Wir speichern die Daten 30 Tage lang.',
		],
		'as-long-as-needed': [
			'We retain your personal data for as long as your pass is valid.',
			'Your records are kept until they are no longer needed.',
			'de:Wir speichern die Daten, solange sie erforderlich sind.',
		],
		deletes: [
			'When you close your account, we delete your personal data.',
			'Data that is no longer needed will be deleted at once.',
			'de:Die Daten werden danach gelöscht.',
		],
		mentions: ['Different retention periods apply to different kinds of data.'],
		off: [
			'We have the right to delete the data of whoever is under 13 years of age.',
			'You may request that we delete information when it is inaccurate.',
			'You must keep your records for five years.',
			'You retain ownership of the letters that you store.',
			'You may request that we delete your personal data if it is no longer necessary.',
			'We may access, preserve and disclose your letters where the law asks for it.',
		],
	},
	'data-transfer-abroad': {
		transfers: [
			'We may transfer your data to countries outside the European Economic Area.',
			'Our servers are located in the United States.',
			'We rely on standard contractual clauses for such transfers.',
			'Transfers of your data to countries that do not have such laws rest on SCCs.',
			'We will not transfer your data to another country unless it offers adequate protection.',
			'We share your data with companies located in the following countries.',
			'Your data may be transferred to countries outside these.',
			'Your data is stored on servers in the US.',
			'Whenever we transfer personal data from the EEA, we use safeguards.',
		],
		stays: [
			'Your data is stored exclusively within the European Union.',
			'We do not transfer your personal data outside the EU.',
		],
		mentions: [
			'You may ask us for a copy of the standard contractual clauses.',
			'Neither party shall transfer personal data to countries outside the EU in breach of the law.',
		],
		off: [
			'We transfer your payment to a bank in another country.',
			'Ferries sail to other countries.',
			'You grant us a worldwide licence to store and process your letters.',
			'We share no letters with anybody outside of the harbour company.',
			'We cannot promise the safety of any information that you transmit to us.',
		],
	},
	'liability-limit': {
		excludes: [
			'We do not accept responsibility for the conduct of passengers.',
			'de:Wir haften nicht für Angaben, einschließlich, aber nicht beschränkt auf Fehler im Fahrplan.',
			'We are not liable for delays caused by ice.',
			'The ferry company accepts no responsibility for lost umbrellas.',
			'We may close the pier at any time without liability to you.',
			'You release us from all claims and damages arising from your trip.',
			'de:Wir haften nicht für Verspätungen.',
		],
		caps: [
			'Our total liability will not exceed one hundred euros.',
			'Our liability is limited to the amount that you paid for the ticket.',
			'de:Unsere Haftung ist auf die Höhe des Fahrpreises begrenzt.',
		],
		'does-not-limit': [
			'Nothing in these terms limits our liability for death or injury.',
			'We do not exclude or limit our liability for fraud.',
			'Nothing in these terms limits our liability for:|any loss that you suffer by our fraud;',
			'de:Wir haften unbeschränkt für Vorsatz.',
		],
		mentions: ['These limitations of liability apply to claims of every kind.'],
		off: [
			'You are responsible for your luggage.',
			'You are liable for damage that you cause on board.',
			'You agree to hold the harbour harmless from all damages and costs, including but not limited to fees.',
			'This includes, but is not limited to, what we say of liability elsewhere.',
			'We may act on your ideas without any obligation to you.',
			'Nothing in this section affects the remaining terms on liability.',
		],
	},
	refunds: {
		gives: [
			'If we are not able to sail to your harbour:|we will issue a refund for the rest of the season.',
			'If we find at our discretion that your pass is valid, we will refund the fare.',
			'You will receive a full refund if the ferry does not sail.',
			'We will refund your ticket within 14 days.',
			'You have 14 days to leave and ask for a refund.',
			'It may take a month for your refund to be paid.',
			'de:Wir erstatten den Fahrpreis innerhalb von 14 Tagen.',
			'Who cancels in time may obtain reimbursement for the ticket.',
		],
		discretion: [
			'We may issue a refund at our sole discretion.',
			'We reserve the right to refuse a refund request.',
			'If we suspect fraud, we may close the gate or decline refunds.',
			'We will refund a part of the fare, as we deem appropriate.',
			'All refunds are made at the discretion of the captain.',
		],
		'only-by-law': [
			'Tickets are non-refundable except where required by law.',
			'Unless the law requires it, we do not give refunds.',
			'Subject to mandatory law, no refunds are given.',
			'You may ask for a refund only where the law provides for it.',
		],
		none: [
			'All tickets are final and non-refundable.',
			'We bear no responsibility for delays, and we will not refund your ticket.',
			'We have no liability, nor any obligation to provide a refund.',
			'You are not entitled to a refund if you miss the ferry.',
			'No refunds are given for lost tickets.',
			'de:Der Fahrpreis wird nicht erstattet.',
		],
		mentions: [
			'In this case, we may reduce your refund for what was used.',
			'de:Sie erhalten eine anteilige Rückerstattung für Fahrten, die Sie nicht gemacht haben.',
			'You will not be charged for this refund.',
			'We have no control over reimbursement of your ticket.',
			'The refund policy of the harbour applies.',
			'This refund policy does not affect your rights.',
			'If you bought it from a seller, refunds must be requested from the seller.',
			'If you obtain a refund, you lose your seat.',
			'This page explains how you can request a refund.',
			'If you believe that you have a right to a full refund, write to us.',
			'The terms of the bank on refunds will apply.',
			'We have no responsibility for refunds of other ferries.',
			'If we have provided a refund to a passenger, the sum is taken from your balance.',
		],
		off: [
			'Raffles for which passengers pay a non-refundable fee are prohibited.',
			'In that case we may receive a refund from you.',
			'If the captain chooses to refund a fare, only the fare comes back.',
			'You will reimburse us for the damage.',
			'The host must refund the guest.',
			'Reviews in exchange for refunds are fake.',
			'These terms give no third party a remedy or a right of reimbursement.',
			'The client will reimburse the harbour for the card that it designed.',
		],
	},
	'sharing-with-third-parties': {
		shares: [
			'We share your data with our service providers.',
			'We and our affiliates may share your travel data with advertisers.',
			'We allow partners to collect data about your trips.',
			'We may share your data with:|harbours and other companies;',
			'Harbours work for us, and they may have access to your personal data as contractors.',
			'We reserve the right to pass on information to partners.',
			'We may provide information about you to advertisers.',
			'We may share any personal data for our purposes.',
			'de:Wir geben Ihre Daten an Reedereien weiter.',
			'In the south we share information about you with Harbour Credit.',
		],
		'with-consent': [
			'We share your data with partners only with your consent.',
			'We do not share your personal data with advertisers unless you give us permission.',
			'We share your seat with partners only if the captain of your boat gives us permission.',
			'We do not share personal data with third parties without your permission.',
			'If you choose to link your pass, your data will be shared with the partner.',
			'You can choose to block sharing of this data with advertisers.',
			'If you ask us to release data that we have about your trips, we will do so.',
			'We may share your personal data:|with your consent.',
			'If you do not want us to share your information with other ferries, write to us.',
		],
		'does-not': [
			'We do not share your personal data with third parties.',
			'Your data is never disclosed to advertisers.',
			'Opt-in data and consent will not be shared with third parties.',
			'We do not use, sell or disclose personal data for other purposes.',
			'de:Wir geben Ihre Daten nicht an Dritte weiter.',
			'Your data shall not be made available to third parties by us, save at the request of competent authorities.',
		],
		mentions: [
			'For information on how the harbour collects, uses and shares personal information, see its policy.',
			'We may share aggregated information with our partners.',
			'We anonymise your trips; such anonymous data is provided to partners.',
			'This policy explains how we collect, use and share your personal data.',
			'Click on “Do Not Sell or Share My Personal Information” to exercise your right.',
		],
		off: [
			'de:Wenn Sie uns die Angaben nicht übermitteln möchten, fahren Sie nicht mit.',
			'We give no warranty for any content provided by third parties.',
			'Do not share personal information of others.',
			'If you share information with us, we keep it.',
			'Be careful when deciding to disclose your personal data.',
			'We are not liable for any disclosure of your personal data by other users.',
			'We may be required to disclose your data by a court.',
			'Your data is kept in countries where our service providers are located.',
			'You may share your trips with other users.',
			'We receive information from third parties.',
			'You may request a notice of the categories of data shared with third parties.',
			'This privacy policy does not apply to data that you provide to third parties.',
			'This page helps you to manage how your letters are shared.',
		],
	},
	'content-licence': {
		'to-content': [
			'You provide us with a broad, royalty-free licence to use your posts.',
			'By posting drawings you grant us a worldwide licence to use, copy and display your content.',
			'You keep your rights, but you grant the ferry company a licence to use that content.',
			'This licence ends when your content is deleted from our systems.',
			'We do not claim ownership of your content, but you grant us a licence to show it.',
		],
		'to-feedback': [
			'We may use and share such suggestions and feedback for any purpose without paying you.',
			'If you send us suggestions, we may use them without any obligation to you.',
			'By sending feedback you grant us the right to use it for any purpose.',
		],
		'to-brand': [
			'We may use your name and logo on our website to say that you are a customer.',
			'We may use your name and logo in case studies and press releases.',
		],
		'none-claimed': ['We do not claim ownership of the content that you post.'],
		mentions: ['You warrant that you have all the rights necessary to grant the licences in these terms.'],
		off: [
			'If you choose to use your real name, others see it on our website.',
			'You give up your right to go to court.',
			'We will require you to provide us with certain information, and will publish it.',
			'We may use your information, such as your name, email address and phone number, for marketing.',
			'We may use the count of heads to improve the pier and solicit feedback.',
			'We may use personally identifying information without consent where the trip demands it.',
			'We grant you a limited licence to use the planner and its content.',
			'You grant each other user a licence to view your content.',
			'If you give us permission, we collect the location of your device.',
			'You may not use our logo without a licence.',
			'Tell us when your name changes.',
			'Include only your name and your cabin in the letter.',
			'You grant us the right to investigate a breach.',
			'We share no information unless you give us permission for it.',
			'All materials are the property of the ferry company.',
		],
	},
};

for (const [topic, expected] of Object.entries(samples))
	for (const [stance, sentences] of Object.entries(expected))
		test(`${topic}: “${stance}” is told of the sentences that take it`, () => {
			for (const written of sentences) {
				const [lead, sentence] = written.includes('|')
					? (written.split('|') as [string, string])
					: ['', written];
				const language = lead.startsWith('de:') || sentence.startsWith('de:') ? 'de' : 'en';
				const found = stanceOf(topic, lead.replace(/^de:/, ''), sentence.replace(/^de:\s*/, ''), language);
				assert.equal(found, stance === 'off' ? null : stance, written);
			}
		});

test('every stance of a topic is taken by one of its samples', () => {
	for (const { id, stances } of topics)
		for (const stance of stances) assert.ok(samples[id]?.[stance.id], `${id}: ${stance.id} has no sample`);
});

test('a question is on no topic, as a title is', () => {
	assert.equal(
		stanceOf('ai-training', '', 'Do we train machine learning models on your letters?', 'en'),
		null,
	);
});
