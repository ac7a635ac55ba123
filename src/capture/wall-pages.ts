/** What must never become a version, told from the text alone. Every threshold stands here, with the reason for its value. */

import { agreementEvidence, mayBeAgreement } from '../text/agreement-evidence.ts';
import { countWords } from '../text/words.ts';
import { CaptureFault } from './capture-fault.ts';
import type { WallKind } from './faults/wall-faults.ts';

/** Of 877 archived agreements the shortest real one is an imprint of 34 words; what was captured by mistake has 1 to 16. */
const fewestWords = 20;
/** With a title, or with sentences that oblige, a text may be shorter, for a person to decide on; not so a heading alone. */
const fewestOfAll = 10;

/**
 * A page that stands in the way of an agreement is a few sentences; an agreement that mentions captchas, cookies or missing pages
 * is far longer. Of 27,055 texts archived of the same 877, walls among
 * them, every one that shows a sign below this length is such a page.
 */
const longestWall = 200;

interface Wall {
	readonly kind: WallKind;
	/** What such pages say: English first, then the large languages of the web. */
	readonly signs: readonly RegExp[];
}

/** In this order: a wall for robots often says as well that access was denied or that something went wrong. */
const walls: readonly Wall[] = [
	{
		kind: 'bot-wall',
		signs: [
			/\b(?:verify|confirm|prove|checking|make sure)\b.{0,40}\b(?:you are|you're|you’re|if you are|that you are)\b.{0,20}\b(?:human|not a (?:ro)?bot)\b/is,
			/\benable\b.{0,30}\b(?:javascript|cookies)\b.{0,60}\b(?:to continue|and (?:cookies|reload|javascript)|to (?:view|access|proceed|use)|in your browser)\b/is,
			/\bjavascript\b.{0,40}\b(?:is disabled|is required|must be enabled|to run this app)\b/is,
			/\bchecking (?:your browser|if the site connection is secure)\b/i,
			/\bjust a moment\b.{0,400}\b(?:cloudflare|browser|security|ray id)\b/is,
			/\b(?:complete|solve|pass)\b.{0,30}\b(?:captcha|security check|the challenge)\b/is,
			/\b(?:unusual|suspicious|automated) (?:traffic|activity|requests?)\b/i,
			/\b(?:access denied|request blocked|you have been blocked|attention required)\b/i,
			/\bpress (?:and|&) hold\b/i,
			/\b(?:bist|sind) (?:du|sie) (?:ein mensch|kein roboter)\b|\b(?:zugriff|zugang) (?:verweigert|gesperrt)\b|\bjavascript (?:aktivieren|ist deaktiviert)\b/i,
			/\b(?:vérifiez|confirmez|vérifier|confirmer) que vous (?:êtes|n['’]êtes pas)\b|\baccès (?:refusé|bloqué)\b|\bactive[rz] javascript\b/i,
			/\b(?:no (?:soy|eres|es usted) un robot|verifica(?:r|mos)? que eres humano|acceso (?:denegado|bloqueado))\b|\b(?:habilit|activ)[ae]r? javascript\b/i,
			/\b(?:não sou um robô|acesso (?:negado|bloqueado)|non sono un robot|accesso (?:negato|bloccato)|ik ben geen robot|toegang geweigerd)\b/i,
			/(?:доступ (?:запрещен|запрещён|ограничен)|подтвердите, что вы (?:не робот|человек))/i,
			/(?:アクセスが拒否|ロボットではありません|人間であることを確認|访问被拒绝|请完成安全验证|人机验证|로봇이 아닙니다|접근이 거부)/,
		],
	},
	{
		kind: 'consent-wall',
		signs: [
			// A button, not a sentence: short policies about cookies speak of accepting them as well.
			/^[^\p{L}\r\n\u2028\u2029]*(?:accept|reject|allow|decline) (?:all(?: cookies)?|(?:optional |non-essential )?cookies)\b.{0,40}$/imu,
			/\bwe and our (?:\d+ )?(?:[a-z]+ )?partners\b.{0,200}\b(?:cookies?|consent|device)\b/is,
			/\bbefore you continue to\b/i,
			/\b(?:manage|cookie) (?:preferences|settings|choices)\b.{0,120}\b(?:accept|agree|reject)\b/is,
			/\balle (?:cookies )?(?:akzeptieren|ablehnen|zulassen)\b|\btout (?:accepter|refuser)\b|\b(?:accepter|refuser) tou(?:t|s)\b|\bcontinuer sans accepter\b/i,
			/\b(?:aceptar|rechazar) tod[ao]s?\b|\b(?:aceitar|rejeitar) tod[ao]s?\b|\b(?:accetta|rifiuta) tutt[oi]\b|\balles? (?:accepteren|weigeren)\b/i,
			/(?:принять все|すべて(?:の cookie を)?(?:許可|同意|受け入れ)|全部接受|接受所有|모두 (?:동의|허용)|tümünü kabul et|zaakceptuj wszystk)/i,
		],
	},
	{
		kind: 'login-wall',
		signs: [
			/\b(?:log|sign) ?in\b.{0,80}\b(?:to (?:continue|view|access|read|your account)|password|with google|with facebook)\b/is,
			/\b(?:forgot(?:ten)?|reset) (?:your )?password\b|\bremember me\b|\b(?:don['’]t|do not) have an account\b/i,
			/\b(?:you (?:must|need to)|please) (?:be )?(?:logged|log|signed|sign) ?in\b/i,
			/\bpasswort vergessen\b|\b(?:jetzt |bitte )?(?:anmelden|einloggen), um\b|\bmot de passe oublié\b|\bconnectez-vous pour\b/i,
			/\b(?:olvidaste|olvidado) (?:tu|la|su) contraseña\b|\binicia(?:r)? sesión para\b|\besqueceu (?:a|sua) senha\b|\bpassword dimenticata\b|\bwachtwoord vergeten\b/i,
			/(?:забыли пароль|パスワードをお?忘れ|忘记密码|비밀번호를 잊|şifremi unuttum|nie pamiętasz hasła)/i,
		],
	},
	{
		kind: 'maintenance',
		signs: [
			/\b(?:under|down for|undergoing|scheduled|routine|planned) maintenance\b|\bmaintenance mode\b/i,
			/\bwe(?:['’]ll| will) be (?:right )?back\b|\b(?:be back|back online) (?:soon|shortly)\b/i,
			/\b(?:temporarily|currently) (?:unavailable|offline|out of service)\b|\bservice (?:is )?unavailable\b/i,
			/\bwartungsarbeiten\b|\bmaintenance en cours\b|\bmomentanément indisponible\b|\ben mantenimiento\b|\bem manutenção\b|\bin manutenzione\b|\bonderhoud\b.{0,40}\bterug\b/is,
			/(?:технические работы|メンテナンス中|系统维护|维护中|점검 중|bakım çalışması|przerwa techniczna)/i,
		],
	},
	{
		kind: 'soft-404',
		signs: [
			/\b(?:page|file|url|article|content|document)\b.{0,60}\b(?:(?:was|is|were|are|be|could|can)(?: ?not|n['’]t)(?: be)? (?:found|available(?! in your)|exist)|not found|(?:does|do)(?: not|n['’]t) exist|no longer (?:exists?|available)|has (?:moved|been (?:moved|removed|deleted)))\b/is,
			/\b(?:error )?404\b.{0,60}\b(?:not found|page|error|oops)\b|\b(?:not found|page|error|oops)\b.{0,60}\b404\b/is,
			/\b(?:can['’]t|cannot|couldn['’]t|could not|unable to|can not) (?:seem to )?(?:find|locate)\b.{0,40}\bpage\b/is,
			/\bseite\b.{0,60}\bnicht (?:gefunden|vorhanden|verfügbar|existier)|\bpage\b.{0,60}\b(?:introuvable|n['’]existe (?:pas|plus)|non trouvée)\b/is,
			/\bpágina\b.{0,60}\b(?:no (?:encontrada|existe|se ha encontrado|se encuentra)|não (?:encontrada|existe|foi encontrada))\b|\bno (?:pudimos|hemos podido) encontrar\b/is,
			/\bpagina\b.{0,60}\b(?:non (?:trovata|esiste|è stata trovata)|niet (?:gevonden|beschikbaar)|bestaat niet)\b/is,
			/(?:страница не (?:найдена|существует)|ページ(?:が|は)?(?:見つかりません|存在しません)|页面(?:不存在|未找到|找不到)|找不到(?:该|此)?页面|페이지를 찾을 수 없|sayfa bulunamadı|strona nie (?:została znaleziona|istnieje))/i,
		],
	},
	{
		kind: 'error-page',
		signs: [
			/\b(?:internal server error|bad gateway|gateway time-?out|application error|runtime error|server error in|fatal error)\b/i,
			/\b(?:something|anything) went wrong\b|\b(?:an )?(?:unexpected|unknown|internal) error\b/i,
			/\b(?:error|status)(?: code)?:? [45]\d\d\b|\b[45]\d\d (?:error|forbidden|unauthorized)\b/i,
			/\b(?:unsupported browser|browser (?:is )?not supported|please (?:update|upgrade) your browser)\b/i,
			/\b(?:not available|unavailable|blocked) in your (?:country|region|location)\b/i,
			/\b(?:es|da) ist (?:ein fehler|etwas schief)\b|\bune erreur (?:est survenue|s['’]est produite|inattendue)\b|\b(?:ha ocurrido|se ha producido|se produjo) un error\b|\b(?:ocorreu um|si è verificato un) err/i,
			/(?:произошла ошибка|エラーが発生し|发生错误|出错了|오류가 발생|bir hata oluştu|wystąpił błąd|er is iets misgegaan)/i,
		],
	},
];

/**
 * A text that speaks for itself is let through, whatever it mentions: whether it is believed is for the judge of the run.
 * @param text of the agreement, as it would be recorded
 * @throws CaptureFault where the text cannot be an agreement
 */
export function guardText(text: string, address: string): void {
	const words = countWords(withoutTargets(text));
	if (words === 0) throw new CaptureFault('part-without-text', address, {});
	const wall = wallOf(text);
	if (wall === null && words >= fewestWords) return;
	const evidence = agreementEvidence(text);
	const speaks = mayBeAgreement(evidence) || (wall === null && evidence.isTitled);
	if (speaks && words >= fewestOfAll) return;
	if (wall !== null) throw new CaptureFault(wall.kind, address, { said: wall.said });
	throw new CaptureFault('part-too-short', address, { words });
}

/** What a page says that stands in the way of an agreement. */
export interface WallSign {
	readonly kind: WallKind;
	readonly said: string;
}

/** The first sign of a wall in a text that is short enough to be one. */
export function wallOf(text: string): WallSign | null {
	const spoken = withoutTargets(text);
	if (countWords(spoken) > longestWall) return null;
	for (const { kind, signs } of walls) {
		const sign = signs.map((each) => each.exec(spoken)?.[0]).find(Boolean);
		if (sign !== undefined) return { kind, said: sign.replace(/\s+/g, ' ').slice(0, 80) };
	}
	return null;
}

/** No pattern: one that looks for each target's end takes time with the square of those that have none. */
function withoutTargets(text: string): string {
	const kept: string[] = [];
	let at = 0;
	for (let start = text.indexOf(']('); start >= 0; start = text.indexOf('](', at)) {
		const end = text.indexOf(')', start);
		if (end < 0) break;
		kept.push(text.slice(at, start + 1));
		at = end + 1;
	}
	kept.push(text.slice(at));
	return kept.join('');
}
