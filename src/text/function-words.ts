/** Words that every sentence of a language needs, whatever it speaks of: names and terms of other languages do not hold them. */
import { wordHashes } from './words.ts';

/** By BCP 47 tag, lower-case; of languages in letters that many have. About as many of each, so that none is found because its list is long. */
const lists: Readonly<Record<string, string>> = {
	en: 'the of and to in a or is you your for we our that with by on as are be this not any may from if will it at have such which other use us an can when how has their about more who these do all would should been they where under but through between out than',
	de: 'der die das und in zu den von sie wir ist für mit nicht oder auf werden ein eine wenn sich dass des im auch ihre ihrer ihren unsere unserer wird sind bei aus nach dem zur zum einer eines durch haben können als an über uns ihnen unter nur sowie dieser diese diesem kann er es du dein deine wie noch',
	fr: 'le la les de des du et à en un une pour que qui vous nous votre vos nos notre par sur dans ou est ne pas avec ce cette ces sont au aux être plus sans si il elle leur peut peuvent se son sa ses tout toute toutes ainsi lorsque afin comme ils elles entre dont cas été',
	es: 'el la los las de del y en que a un una por para con no su sus se o es lo al como más si nuestro nuestra nuestros usted esta este estos pero sin sobre cuando también nos le les son ser cualquier puede pueden todo todos entre desde hasta así donde esa ha haya mediante tu tus',
	pt: 'o a os as de do da dos das e em que um uma por para com não sua seu suas seus se ou é no na nos nas ao à como mais você nosso nossa nossos este esta pelo pela mas sem sobre quando também são ser qualquer pode podem foi entre até onde isso num você lhe essa esse',
	it: 'il lo la i gli le di del della dei delle e in che un una per con non suo sua si o è al alla come più se nostro nostra nostri questo questa ma senza su quando anche sono essere qualsiasi può possono tutti tutte tra fra dal dalla nel nella ai alle sul sulla ci vi tuo tua degli quanto',
	nl: 'de het een van en in te dat die is voor op met zijn niet of u uw we wij onze ons aan door bij als om ook worden naar wordt kan kunnen er maar over deze dit heeft hebben uit tot zoals meer wanneer geen nog alle tussen onder zonder je jouw hun welke indien zal moet dan',
	sv: 'och att det som en i på är av för den till med inte om de har du vi din ditt dina vår våra eller kan från när ska skall men också ett alla så vid efter genom hos detta denna dessa sina sin utan mellan under mer än vad oss bli blir får måste enligt vilka',
	da: 'og at det som en i på er af for den til med ikke om de har du vi din dit dine vores eller kan fra når skal men også et alle så ved efter gennem hos dette denne disse sine sin uden mellem under mere end hvad os blive bliver må jeres hvis ifølge hvilke være',
	no: 'og at det som en i på er av for den til med ikke om de har du vi din ditt dine vår våre eller kan fra når skal men også et alle så ved etter gjennom hos dette denne disse sine sin uten mellom under mer enn hva oss bli blir må dere hvis ifølge hvilke være',
	fi: 'ja on ei että tai se jos kun myös ovat voi joka jotka sekä mukaan kanssa tämän näiden niiden hän me te sinun meidän kaikki mitä voimme ole kuin ilman vain mutta näin sen jossa eivät tämä sitä joita jonka niitä siitä niin olla sinä voit koska kuten jolloin mikä tällä',
	pl: 'i w z na do nie się że jest o od za przez dla oraz lub jak po ze to są może który która które przy ich być jego jej tym tego te ten ta co tak tylko przed po bez pod między jeśli jeżeli gdy także nasz nasze naszych swoje ma czy a aby nas pan u',
	cs: 'a v na se je že s z do pro o by to i ve jako které který která po za od k nebo při není jsou podle tak být jeho jejich tím toho tento tato pokud aby bez ze si také nás vás může mohou bude však mezi pouze než u svých než až vaše naše byl lze',
	hu: 'a az és hogy nem is egy ha vagy meg mint ez csak már de van el azt minden még lehet valamint által azon ezt során illetve szerint után ki le amely amelyek önnek ön ezek pedig során való vonatkozó esetén olyan ami nincs más nélkül között ennek annak alapján itt',
	ro: 'și şi de la în a cu pe nu că care este sau din pentru prin mai ca o un să sunt al ale ai lor dacă ce au fi fost acest această aceste acestor noastre noastră nostru dumneavoastră dvs vă ne poate pot unui unei între după fără către astfel când în cazul orice nici ar',
	hr: 'i u na se je za da od o s su ili koji koja koje što kao iz po do ne ako biti može mogu svoje vaše vaših naše naših prema putem bez kada te ovo ova ovi ove tih nije li svi sve samo već kod uz nakon između nam vam vas bi sa međutim odnosno jer',
	tr: 've bir bu için ile olarak veya da de daha gibi kadar sizin bizim tarafından olan her değil ancak sonra üzere ya ilgili göre çok en hakkında nasıl ise şekilde olduğu olması var eğer tüm diğer bizi size ki ne hiçbir dolayı bunun itibaren aynı biz siz önce söz',
	vi: 'và của các cho được không bạn chúng tôi này trong với một những là có khi để từ hoặc theo về đến người nếu đã sẽ do tại cũng phải như bởi trên ra việc hay vào mà thể bất kỳ qua nào đó khác lại mọi cả',
	id: 'yang dan untuk dengan dari di ini atau anda kami pada tidak dapat akan oleh bahwa adalah karena dalam ke jika telah sebagai setiap itu juga kepada lain tersebut kamu bisa saat serta harus hanya melalui seperti tentang apa agar mereka antara saja bagi secara para maupun belum sesuai ketika',
	ms: 'yang dan untuk dengan daripada di ini atau anda kami pada tidak boleh akan oleh bahawa adalah kerana dalam ke jika telah sebagai setiap itu juga kepada lain tersebut ialah semasa serta mesti hanya melalui seperti mengenai apa supaya mereka antara sahaja bagi secara para mahupun belum mana apabila',
	ru: 'и в не на с что по для или вы мы от к из о при за как это если вам вас нас его их также может могут быть только чтобы до без через все который которые она они наши наших ваши вашей этого этой были уже так же том об под между после',
	uk: 'і в не на з що по для або ви ми від до із про при за як це якщо вам вас нас його їх також може можуть бути тільки щоб без через усі який які вона вони наші наших ваші вашої цього цієї були вже так та й у під між після коли цих цей щодо має',
	be: 'і ў не на з што па для або вы мы ад да із пра пры за як гэта калі вам вас нас яго іх таксама можа могуць быць толькі каб без праз усе які якія яна яны нашы нашых вашы вашай гэтага гэтай былі ўжо так ды у пад паміж пасля мае свае',
	bg: 'и в не на с че по за или вие ние от към из при като това ако ви вас нас го ги също може могат да само без чрез всички който които тя те нашите вашите този тази са е се ще до ни си след между под които както когато относно някои която',
	sr: 'и у не на са да по за или ви ми од до из о при као ово ако вам вас нас га их такође може могу бити само без преко сви који које она они наше ваше овог ове су је се ће након између под али што како било свих где јер',
};

export const functionWordTags: readonly string[] = Object.keys(lists);

/** Hash of a word → the languages that have it, as bits in the order of the tags. */
const languagesOf = readLists();

function readLists(): ReadonlyMap<number, number> {
	const languages = new Map<number, number>();
	for (const [at, tag] of functionWordTags.entries())
		for (const hash of wordHashes(lists[tag] as string))
			languages.set(hash, (languages.get(hash) ?? 0) | (1 << at));
	return languages;
}

export interface FunctionWords {
	/**
	 * By language, in the order of {@link functionWordTags}: a point for each word of the list that stands in the text, shared among the
	 * languages that have it. However often it stands there, a word tells no more.
	 */
	readonly points: readonly number[];
	/** Different words in all. */
	readonly words: number;
}

export function functionWordsIn(text: string): FunctionWords {
	const points = new Array<number>(functionWordTags.length).fill(0);
	const hashes = new Set(wordHashes(text.toLowerCase()));
	for (const hash of hashes) {
		const languages = languagesOf.get(hash) ?? 0;
		if (languages === 0) continue;
		const part = 1 / bitsIn(languages);
		for (let left = languages; left !== 0; left &= left - 1) {
			const at = 31 - Math.clz32(left & -left);
			points[at] = (points[at] as number) + part;
		}
	}
	return { points, words: hashes.size };
}

function bitsIn(languages: number): number {
	let count = 0;
	for (let left = languages; left !== 0; left &= left - 1) count++;
	return count;
}

/** The share of the words of a text that are function words of a language; 0 for one without a list. Much cheaper than to ask for all. */
export function shareOfFunctionWords(text: string, tag: string): number {
	const own = functionWordTags.indexOf(tag);
	if (own === -1) return 0;
	const hashes = wordHashes(text);
	let count = 0;
	for (const hash of hashes) count += ((languagesOf.get(hash) ?? 0) >> own) & 1;
	return hashes.length === 0 ? 0 : count / hashes.length;
}
