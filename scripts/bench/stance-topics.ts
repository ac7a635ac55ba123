/** Topics that have stances: the values of each, and a wide net of plain words, which finds what the rules may miss. */
import { laterStanceTopics } from './later-stance-topics.ts';

/** What a sentence does on a topic: null where it is not on it. */
export type Stance = string | null;

export interface StanceTopic {
	readonly values: readonly string[];
	/** To tell one of the first for a sentence with one of the second is the worst mistake: it turns what was said round. */
	readonly affirming: readonly string[];
	readonly denying: readonly string[];
	/** Any of them: much that it finds is off the topic, and nearly all that is on it is found. */
	readonly net: readonly RegExp[];
	/** Words of its rarer values, of which a draw by chance brings hardly any. */
	readonly rare: readonly RegExp[];
}

export const stanceTopics: Readonly<Record<string, StanceTopic>> = {
	'ai-training': {
		values: ['trains', 'unless-opt-out', 'only-opt-in', 'does-not', 'you-must-not'],
		affirming: ['trains', 'unless-opt-out'],
		denying: ['only-opt-in', 'does-not', 'you-must-not'],
		net: [
			/\btrain(s|ed|ing)?\b/i,
			/\b(improve|develop)\w*\b.*\b(AI|artificial intelligence|machine learning|models?|algorithms?)\b/i,
			/\b(AI|artificial intelligence|machine learning|LLMs?|text and data mining)\b.*\b(data|content|inputs?|outputs?)\b/i,
		],
		rare: [
			/\b(opt[- ]?(in|out)|consent|permission|choose|setting|toggle|object)\b.*\btrain(ed|ing)?\b.*\b(models?|AI|algorithms?|intelligence)\b/i,
			/\btrain(ed|ing)?\b.*\b(models?|AI|algorithms?|intelligence)\b.*\b(opt[- ]?(in|out)|consent|permission|unless|object)\b/i,
			/\b(not|never|\w+n['’]t)\b.*\btrain(ed|ing)?\b.*\b(models?|AI|algorithms?|intelligence)\b/i,
		],
	},
	'sale-of-data': {
		values: ['sells', 'counts-as-sale', 'opt-out-right', 'does-not', 'you-must-not'],
		affirming: ['sells', 'counts-as-sale'],
		denying: ['does-not', 'you-must-not'],
		net: [
			/\b(sell|sells|selling|sold|sale|sales|rent|rents|renting|monetiz\w*|trade)\b.*\b(data|information)\b/i,
			/\b(data|information)\b.*\b(sell|sells|selling|sold|sale|rent|rented|traded|money)\b/i,
		],
		rare: [
			/\b(may be|considered|constitutes?|deemed|could be)\b.*[“"‘']?sales?\b/i,
			/\bwe\b.{0,30}\b(sell|have sold|sold)\b/i,
			/\b(you|developers?)\b.{0,40}\b(not)\b.{0,60}\bsell\b.*\b(data|information)\b/i,
		],
	},
	'biometric-data': {
		values: ['collects', 'with-consent', 'does-not', 'you-must-not'],
		affirming: ['collects', 'with-consent'],
		denying: ['does-not', 'you-must-not'],
		net: [
			/\b(biometric\w*|face ?prints?|voice ?prints?|fingerprints?|face ?id|retina|iris|facial|faces?)\b/i,
			/\b(selfie|liveness|voice (data|recordings?))\b/i,
		],
		rare: [
			/\b(not|never|without)\b.*\b(biometrics?|face ?prints?|facial recognition|facial geometry)\b/i,
			/\b(collect|store|process|use|create)\w*\b.*\b(biometric\w*|faceprints?|voiceprints?|facial (geometry|recognition)|face templates?)\b/i,
		],
	},
	'content-licence': {
		values: ['to-content', 'to-feedback', 'to-brand', 'none-claimed'],
		affirming: ['to-content', 'to-feedback', 'to-brand'],
		denying: ['none-claimed'],
		net: [
			/\b(licen[cs]e|licen[cs]es|licensed|licensing|sublicen[cs]\w*)\b/i,
			/\b(grant|permission|right to use)\b.*\b(content|feedback|submission|logo|trademark|materials?)\b/i,
			/\b(feedback|suggestions?)\b.*\b(use|free|obligation)\b/i,
		],
		rare: [
			/\b(claims? no|not claim|no (ownership|rights?) (in|to|over))\b.*\b(content|data)\b/i,
			/\b(feedback|suggestions|ideas)\b.*\b(licen[cs]e|use|royalty)\b/i,
			/\b(your|customer['’]s|customer) (company )?(logos?|names? and logos?|trademarks?|brand|marks)\b/i,
		],
	},
	refunds: {
		values: ['gives', 'none', 'discretion', 'only-by-law'],
		affirming: ['gives'],
		denying: ['none', 'only-by-law'],
		net: [/\brefund\w*\b/i, /\b(money back|reimburse\w*|chargebacks?|credit your)\b/i],
		rare: [
			/\b(discretion|entitled to a (full |partial )?refund|will (issue|provide|receive) a .*refund|case[- ]by[- ]case)\b/i,
		],
	},
	'unilateral-change': {
		values: ['with-notice', 'without-notice', 'by-posting', 'asks-consent'],
		affirming: ['with-notice', 'without-notice', 'by-posting'],
		denying: ['asks-consent'],
		net: [
			/\b(change|changes|modify|modifies|update|updates|amend|amends|revise|revises|alter|discontinue|vary)\b.*\b(terms|agreement|policy|service|services|fees|prices?|features?|conditions|notice)\b/i,
			/\b(terms|agreement|policy|services?|features?)\b.*\b(changed|modified|updated|amended|revised|discontinued|changes|amendments?|modifications?)\b/i,
		],
		rare: [
			/\b(without (prior |any )?notice|your (express |prior )?consent|(thirty|fourteen|\d+) days['’]? (prior |written |advance )?notice|ask (you )?(for|to)|agree to (the )?(new|updated))\b/i,
		],
	},
	arbitration: {
		values: ['binding', 'optional', 'opt-out', 'excludes'],
		affirming: ['binding', 'optional'],
		denying: ['excludes'],
		net: [/\barbitrat\w*\b/i, /\b(disputes?)\b.*\b(resol\w+|settle\w*|mediat\w+|court|tribunal)\b/i],
		rare: [
			/\b(opt[- ]?out|reject|decline|not (agree|be subject|apply)|small claims|exclud\w+|except|instead of|either party may|may elect|do not (agree|offer|participate))\b.*\barbitrat/i,
			/\barbitrat.*\b(opt[- ]?out|reject|small claims|except|not apply|exclud\w+|voluntar\w*|may elect)\b/i,
		],
	},
	'class-action-waiver': {
		values: ['waived', 'keeps'],
		affirming: ['waived'],
		denying: ['keeps'],
		net: [
			/\b(class|collective|representative|mass|consolidated|joined)\b.*\b(action|actions|proceedings?|arbitrations?|claims?|lawsuits?)\b/i,
			/\b(class members?|individual (basis|capacity))\b/i,
		],
		rare: [
			/\b(not (waive|prevent|prohibit|limit|apply)|may (bring|join|participate)|except|opt[- ]?out|retain)\b.*\b(class|collective|representative) (actions?|proceedings?|claims?)\b/i,
		],
	},
	'termination-by-platform': {
		values: ['any-time', 'for-breach', 'with-notice', 'inactivity'],
		affirming: [],
		denying: [],
		net: [
			/\b(terminat\w*|suspend\w*|suspension|deactivat\w*|disabl\w*|ban|banned|close your|revoke\w*|cancel\w*)\b/i,
			/\b(inactiv\w*|refuse|block|restrict)\b.*\b(accounts?|access|services?)\b/i,
		],
		rare: [
			/\b(inactiv\w*|dormant|not (logged|used|signed) in|prior (written )?notice|days['’]? (prior |written )?notice|for convenience|any (or no )?reason|sole discretion)\b/i,
		],
	},
	'sharing-with-third-parties': {
		values: ['shares', 'with-consent', 'does-not'],
		affirming: ['shares'],
		denying: ['does-not'],
		net: [
			/\b(share|shares|sharing|shared|disclos\w+|transfer\w*|provid\w+|pass\w*)\b.*\b(data|information|details)\b/i,
			/\b(data|information|details)\b.*\b(shared|disclosed|third.part(y|ies)|partners|recipients?|affiliates|service providers)\b/i,
		],
		rare: [
			/\b(not|never|only with your|without your|unless you|if you (choose|consent|agree|ask|direct))\b.*\b(share|shares|shared|disclose|disclosed|pass)\b/i,
			/\b(share|shared|disclose|disclosed)\b.*\b(consent|permission|at your (direction|request))\b/i,
		],
	},
	'liability-limit': {
		values: ['caps', 'excludes', 'does-not-limit'],
		affirming: ['caps', 'excludes'],
		denying: ['does-not-limit'],
		net: [
			/\b(liab\w+)\b/i,
			/\b(damages|responsib\w+|at your own risk|loss(es)?)\b.*\b(we|our|us|any|no|not)\b/i,
		],
		rare: [
			/\b(exceed|greater of|maximum|aggregate|\$ ?\d+|€ ?\d+|amounts? (you )?paid)\b/i,
			/\b(nothing|not (exclude|limit|affect)|death|personal injury|gross negligence|fraud|wil?lful|some (states|jurisdictions)|statutory)\b.*\b(liab\w+|damages|exclusion|limitations?)\b/i,
			/\b(liab\w+)\b.*\b(death|personal injury|gross negligence|fraud)\b/i,
		],
	},
	'automatic-renewal': {
		values: ['renews', 'does-not'],
		affirming: ['renews'],
		denying: ['does-not'],
		net: [
			/\b(renew|renews|renewal|renewals|renewed|renewing|auto-?renew\w*|recurring)\b/i,
			/\b(trial|subscription)\b.*\b(convert|charge|charged|end|ends|cancel)\w*\b/i,
		],
		rare: [/\b(not|never|no|nor|does\s?n['’]t)\b.*\b(renew\w*|recurring)\b/i],
	},
	'data-retention': {
		values: ['fixed-period', 'as-long-as-needed', 'deletes'],
		affirming: [],
		denying: [],
		net: [
			/\b(retain|retains|retained|retention|keep|keeps|kept|store|stored|stores|storage|hold)\b.*\b(data|information|long|period|days|months|years|logs?)\b/i,
			/\b(data|information|logs?|content|records?)\b.*\b(delete|deletes|deleted|deletion|erase|erased|anonymi[sz]ed|kept|destroyed)\b/i,
		],
		rare: [/\b\d+ ?(days|months|years|hours)\b/i, /\b(delete|erase|destroy|anonymi[sz]e)\w*\b/i],
	},
	'automated-access': {
		values: ['you-must-not', 'allowed', 'own-crawler'],
		affirming: ['allowed', 'own-crawler'],
		denying: ['you-must-not'],
		net: [
			/\b(scrap\w+|crawl\w*|spiders?|robots?|bots?|harvest\w*|data mining|robots\.txt)\b/i,
			/\b(automated|automatic|automatically|scripts?)\b.*\b(access|means|collect|extract|systems?|requests?|accounts?|tools?)\b/i,
		],
		rare: [
			/\b(may|allowed|permitted|welcome|grant\w*)\b.*\b(crawl|scrape|spiders?|bots?|search engines?|automated)\b/i,
			/\b(our|\w+bot|google['’]?s?)\b.{0,20}\b(crawlers?|robots?|spiders?|bots?)\b/i,
			/\brobots\.txt\b/i,
		],
	},
	'data-transfer-abroad': {
		values: ['transfers', 'stays'],
		affirming: ['transfers'],
		denying: ['stays'],
		net: [
			/\b(transfer\w*|process\w*|stor\w+|locat\w+|host\w*|servers?)\b.*\b(countr(y|ies)|abroad|outside|overseas|international\w*|United States|EEA|European|jurisdictions?|cross-border)\b/i,
			/\b(standard contractual clauses|privacy shield|data privacy framework|adequacy|safe harbor)\b/i,
		],
		rare: [
			/\b(not|never|no|only|exclusively|within|stays?|remain)\b.*\b(EEA|European Union|EU|Switzerland|Germany|Canada|Australia|abroad|overseas|third countr(y|ies))\b/i,
		],
	},
	...laterStanceTopics,
};
