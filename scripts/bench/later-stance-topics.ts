/** The topics whose values came after the first fifteen: fewer sentences of each are labelled. */
import type { StanceTopic } from './stance-topics.ts';

export const laterStanceTopics: Readonly<Record<string, StanceTopic>> = {
	'automated-decisions': {
		values: ['decides', 'review-right', 'does-not'],
		affirming: ['decides', 'review-right'],
		denying: ['does-not'],
		net: [
			/\b(automated|automatic\w*|algorithm\w*|profiling|profiles?)\b.*\b(deci\w+|legal|object|review|evaluat\w+|predict\w*|score|scoring)\b/i,
			/\bdecisions?\b.*\b(automated|automatic\w*|algorithm\w*|profil\w+|machine|human|AI)\b/i,
			/\bprofiling\b/i,
		],
		rare: [],
	},
	indemnity: {
		values: ['you-pay', 'platform-pays', 'both-pay', 'does-not'],
		affirming: ['you-pay', 'platform-pays', 'both-pay'],
		denying: ['does-not'],
		net: [
			/\bindemni\w+|hold\b.{0,80}\bharmless|reimburs\w+.{0,60}(claims|losses|damages)|defend\b.*\bclaims?\b/i,
		],
		rare: [],
	},
	'law-enforcement-access': {
		values: ['discloses', 'only-if-required', 'tells-you'],
		affirming: ['discloses', 'only-if-required', 'tells-you'],
		denying: [],
		net: [
			/\b(law enforcement|police|subpoena\w*|court order\w*|warrant|authorit(y|ies)|government\w*|legal (process|obligation\w*|request\w*)|judicial|regulators?)\b.*\b(data|information|content|records?|request\w*|disclos\w*)\b/i,
			/\b(disclos\w+|shar\w+|access|preserve|provide)\b.*\b(law|legal|authorit\w+|court|government|safety|rights)\b/i,
		],
		rare: [],
	},
	'price-changes': {
		values: ['may-change', 'with-notice', 'does-not'],
		affirming: ['may-change', 'with-notice'],
		denying: ['does-not'],
		net: [
			/\b(prices?|pricing|fees?|charges|rates?|costs?)\b.*\b(chang\w+|increas\w+|rais\w+|adjust\w*|modif\w+|revis\w+|vary|fluctuat\w+)\b/i,
			/\b(chang\w+|increas\w+|rais\w+|adjust\w*|modif\w+|revis\w+)\b.*\b(prices?|pricing|fees?|charges|rates)\b/i,
		],
		rare: [],
	},
	tracking: {
		values: ['tracks', 'unless-opt-out', 'with-consent', 'ignores-signal', 'does-not'],
		affirming: ['tracks', 'unless-opt-out', 'with-consent', 'ignores-signal'],
		denying: ['does-not'],
		net: [
			/\b(cookies?|pixels?|beacons?|do not track|fingerprint\w*|local storage|tracking|device identifiers?|advertising id\w*|SDKs?|global privacy control|GPC)\b/i,
		],
		rare: [],
	},
	'location-data': {
		values: ['collects', 'unless-opt-out', 'with-consent', 'does-not'],
		affirming: ['collects', 'unless-opt-out', 'with-consent'],
		denying: ['does-not'],
		net: [/\b(location|geolocation|geo-location|gps|whereabouts|where you are)\b/i],
		rare: [],
	},
	'age-limits': {
		values: ['at-least', 'with-parent', 'no-child-data'],
		affirming: ['at-least', 'with-parent'],
		denying: ['no-child-data'],
		net: [
			/\b(\d\d|thirteen|sixteen|eighteen) (years|or older|or over)|\bminors?\b|\bchild(ren)?\b|\bparents?\b|\bguardians?\b|age of|minimum age|legal age|under (13|16|18)/i,
		],
		rare: [],
	},
	'account-deletion': {
		values: ['you-may', 'by-request', 'deletes-data', 'keeps-some'],
		affirming: ['you-may', 'by-request', 'deletes-data', 'keeps-some'],
		denying: [],
		net: [
			/\b(delet\w+|clos\w+|deactivat\w+|terminat\w+|cancel\w*)\b.*\b(account|profile|agreement|membership|contract)\b/i,
			/\baccount\b.*\b(delet\w+|clos\w+|deactivat\w+|terminat\w+)\b/i,
		],
		rare: [],
	},
	'warranty-disclaimer': {
		values: ['disclaims', 'keeps'],
		affirming: ['disclaims'],
		denying: ['keeps'],
		net: [
			/\b(warrant\w*|guarantee\w*|as[- ]is|as available|merchantability|with all faults|own risk|sole risk|fitness for|accura\w+)\b/i,
		],
		rare: [],
	},
	'choice-of-law': {
		values: ['names-law', 'keeps-your-law'],
		affirming: ['names-law', 'keeps-your-law'],
		denying: [],
		net: [
			/\b(govern\w*|constru\w+|interpret\w+|appl(y|ies|icable))\b.*\blaws?\b/i,
			/\blaws? of\b/i,
			/\bconflicts? of law/i,
		],
		rare: [],
	},
	'court-jurisdiction': {
		values: ['names-court', 'home-courts'],
		affirming: ['names-court', 'home-courts'],
		denying: [],
		net: [/\b(courts?|jurisdiction|venue|forum|litigat\w+|lawsuit|sue)\b/i],
		rare: [],
	},
	advertising: {
		values: ['uses-data', 'unless-opt-out', 'with-consent', 'does-not'],
		affirming: ['uses-data', 'unless-opt-out', 'with-consent'],
		denying: ['does-not'],
		net: [/\b(ads?|advert\w*|marketing|promotional|newsletters?|sponsored)\b/i],
		rare: [],
	},
	'data-rights': {
		values: ['gives', 'to-complain', 'may-refuse'],
		affirming: ['gives', 'to-complain'],
		denying: ['may-refuse'],
		net: [
			/\b(rights?|request|ask|withdraw|object|complain\w*)\b.*\b(access|rectif\w*|correct\w*|eras\w*|delet\w*|restrict\w*|portab\w*|object|copy|complaint|authority|consent)\b/i,
		],
		rare: [],
	},
	'content-removal': {
		values: ['any-time', 'for-breach'],
		affirming: ['any-time', 'for-breach'],
		denying: [],
		net: [
			/\b(remov\w+|delet\w+|edit|take down|taken down|block|refuse|moderat\w+|disable access)\b.*\b(content|post\w*|submission\w*|material\w*|comments?|reviews?|listing\w*|videos?|media)\b/i,
			/\b(content|post\w*|submission\w*|material\w*|comments?|reviews?)\b.*\b(remov\w+|delet\w+|taken down|block\w*)\b/i,
		],
		rare: [],
	},
	'user-content-ownership': {
		values: ['yours', 'platform-owns'],
		affirming: ['yours'],
		denying: ['platform-owns'],
		net: [
			/\b(own|owns|owned|ownership|retain\w*|belongs?|claim|property|title|assign\w*)\b.*\b(content|submissions?|inputs?|outputs?|posts?|feedback|customer data|your data|materials?)\b/i,
			/\b(content|submissions?|inputs?|outputs?|posts?|feedback|customer data|your data)\b.*\b(own|owns|owned|belongs?|yours|property|assign\w*)\b/i,
		],
		rare: [],
	},
	'acceptance-by-use': {
		values: ['terms-by-use', 'changes-by-use'],
		affirming: ['terms-by-use', 'changes-by-use'],
		denying: [],
		net: [
			/\b(using|use|access\w*|continu\w+|download\w*|register\w*|creating)\b.*\b(agree\w*|accept\w*|consent\w*|bound|acknowledg\w*)\b/i,
			/\b(agree\w*|accept\w*|bound)\b.*\b(using|use|access\w*|continu\w+)\b/i,
		],
		rare: [],
	},
	'privacy-included': {
		values: ['included'],
		affirming: ['included'],
		denying: [],
		net: [
			/\b(privacy|data|cookie) (policy|notice|statement)\b.*\b(agree\w*|accept\w*|incorporat\w*|part|bound|constitut\w*|consent\w*|terms|read|governs?)\b/i,
			/\b(agree\w*|accept\w*|incorporat\w*|part|bound|constitut\w*|consent\w*|subject|governed|read)\b.*\b(privacy|data|cookie) (policy|notice|statement)\b/i,
		],
		rare: [],
	},
	'security-breach-notice': {
		values: ['within-days', 'if-required', 'notifies'],
		affirming: ['within-days', 'if-required', 'notifies'],
		denying: [],
		net: [
			/\b(breach\w*|incidents?|unauthori[sz]ed access|compromised)\b.*\b(notif\w+|inform\w*|alert|tell|report|notice)\b/i,
			/\b(notif\w+|inform\w*|alert|tell|report|notice)\b.*\b(breach\w*|incidents?|unauthori[sz]ed access)\b/i,
		],
		rare: [],
	},
	competition: {
		values: ['you-must-not', 'platform-may', 'allowed'],
		affirming: ['platform-may'],
		denying: ['you-must-not', 'allowed'],
		net: [/\b(compet\w+|benchmark\w*|solicit|poach|exclusiv\w+|disparag\w+)\b/i],
		rare: [],
	},
	confidentiality: {
		values: ['you-must', 'both-must', 'platform-must', 'not-secret'],
		affirming: ['you-must', 'both-must', 'platform-must'],
		denying: ['not-secret'],
		net: [/\b(confidential\w*|non-disclosure|secret|secrecy|confidence)\b/i],
		rare: [],
	},
	'moral-rights': {
		values: ['waived', 'keeps'],
		affirming: ['waived'],
		denying: ['keeps'],
		net: [
			/\bmoral rights?|droit moral|attribution|author'?s? rights|named as (the )?author|waive\b.*\brights\b.*\b(content|work)/i,
		],
		rare: [],
	},
	'audit-rights': {
		values: ['platform-may', 'you-may'],
		affirming: ['platform-may', 'you-may'],
		denying: [],
		net: [
			/\b(audit\w*|inspect\w*|records|books)\b.*\b(right|may|shall|must|compli\w+|request|access|cooperat\w+)\b/i,
		],
		rare: [],
	},
	assignment: {
		values: ['platform-may', 'you-must-not', 'neither-may'],
		affirming: ['platform-may'],
		denying: ['you-must-not', 'neither-may'],
		net: [
			/\b(assign\w*|transfer\w*|delegat\w+|novat\w+|successors?)\b.*\b(agreement|terms|rights|obligations|contract|consent|account)\b/i,
		],
		rare: [],
	},
	'force-majeure': {
		values: ['excuses-platform', 'excuses-both'],
		affirming: ['excuses-platform', 'excuses-both'],
		denying: [],
		net: [
			/\bforce majeure|acts? of god|beyond\b.{0,40}\bcontrol|outside\b.{0,40}\bcontrol|strikes?|natural disaster\w*|pandemic\w*|earthquake\w*/i,
		],
		rare: [],
	},
	'export-control': {
		values: ['you-must'],
		affirming: [],
		denying: ['you-must'],
		net: [/\b(export\w*|embargo\w*|sanction\w*|denied persons?|terrorist|OFAC|restricted part\w+)\b/i],
		rare: [],
	},
	'reverse-engineering': {
		values: ['except-law', 'you-must-not', 'allowed'],
		affirming: [],
		denying: ['except-law', 'you-must-not', 'allowed'],
		net: [
			/\b(revers\w+[- ]engineer\w*|decompil\w*|disassembl\w*|source code|object code|reverse assembl\w*)\b/i,
		],
		rare: [],
	},
	'service-level': {
		values: ['promises', 'does-not'],
		affirming: ['promises'],
		denying: ['does-not'],
		net: [
			/\b(uptime|downtime|service levels?|SLA|service credits?|maintenance|uninterrupted|availability|unavailab\w+|interrupt\w+|error[- ]free|response times?)\b/i,
		],
		rare: [],
	},
};
