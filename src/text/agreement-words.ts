/**
 * The words by which an agreement is known, language by language. A word that ends in `-` is a beginning; all others stand whole. Scripts
 * without spaces have pieces of text instead.
 */

export interface AgreementWords {
	/** What agreements speak of. */
	readonly law: string;
	/** What obliges, forbids, allows or entitles. */
	readonly duty: string;
	/** What such documents are called, in their titles and in addresses. */
	readonly name: string;
	/** What stands before such a name where the document speaks of itself. */
	readonly self: string;
	/** What stands after it; empty where nothing does. */
	readonly selfAfter: string;
}

/** By BCP 47 tag; neighbours that share their words share an entry. */
export const agreementWords: Readonly<Record<string, AgreementWords>> = {
	en: {
		law: 'agree- terms condition- polic- priva- personal data information consent- right- law laws lawful- legal- liab- licen- copyright- trademark- intellectual propert- disput- arbitrat- claim- damag- warrant- indemn- terminat- prohibit- permi- oblig- compl- violat- infring- party parties third cookie- collect- disclos- provid- accept- noti- content account- servic- user- refund- return- fee fees pay- paid purchas- subscri- jurisdict- govern- provision- represent- respons- retain- retention process- store stored stores storage shar- transfer- secur- confidential- protect- identif- purpos- contract- remov- restrict- suspend- breach- harm- abus- illegal- unlawful- harass- threat- hate- violen- report- content- advertis- guideline- rule- standard- request- delet- access- withdraw- cancel- deliver- complaint- enforc- regulat- registered authori- court- director vat tax- vulnerab- disclosur-',
		duty: 'must shall may agree- cannot will should required require- prohibit- permit- allowed forbidden entitled responsible liable obliged obligat- reserve- subject acknowledg- warrant- represent- comply consent- waive- grant- refrain collect- process- shar- disclos- guarantee- undertake- never',
		name: 'terms condition- polic- agreement- notice- statement- imprint guideline- licen- rule- eula tos disclaimer- standards refund- dmca copyright charter bylaws declaration- dpa addendum returns',
		self: 'this these present',
		selfAfter: '',
	},
	de: {
		law: 'bedingung- nutzungsbeding- nutzung- datenschutz- daten personenbezog- einwillig- recht rechte rechts- rechtlich- gesetz- haft- lizenz- urheber- marken- eigentum- streit- anspruch- ansprüch- schaden- schäden gewähr- kündig- verbot- erlaub- pflicht- verpflicht- verletz- dritte- cookie- erheb- verarbeit- offenleg- einwillig- akzept- zustimm- inhalt- konto kontos dienst- nutzer- widerruf- rückgabe- erstatt- gebühr- zahl- preis- kauf- gerichtsstand gerichts- vertrag- vertrags- bestimm- verantwort- speicher- löschung- lösch- übermitt- weitergabe weitergeb- zweck- dsgvo auskunft- beschwerde- widerspr- sicherheit- regel- verstoß- verstöß- geschäftsführ- handelsregister- registergericht umsatzsteuer- amtsgericht- angaben anbieter- liefer-',
		duty: 'muss müssen musst darf dürfen darfst soll sollen verpflicht- berechtig- haftet haften haftung untersag- verbot- erlaubt zuläss- unzuläss- stimmen zustimm- erklär- vorbehalt- behält behalten verarbeiten erheben speichern kann können kannst wird werden gilt gelten erfolgt willigen garantier- gewähr- sichern',
		name: 'nutzungsbeding- bedingungen agb geschäftsbeding- datenschutzerklärung impressum richtlinie- widerruf- rückgabe- lizenz- hinweis- haftungsausschluss verhaltens- regeln vertrag vereinbarung rechtliche- erstattung- sicherheitsricht- satzung erklärung ordnung datenschutzhinweis- datenschutzricht- datenschutzbest-',
		self: 'dies diese dieser dieses diesen diesem vorliegende vorliegenden vorliegender',
		selfAfter: '',
	},
	fr: {
		law: 'condition- utilisat- politique- confidential- donnée- personnel- consent- droit- loi lois légal- légales juridi- responsab- licen- propriété intellectuel- marque- litige- différend- réclamat- dommage- garanti- résili- interdi- autoris- oblig- conform- viol- tiers cookie- collect- divulgu- fourni- accept- notifi- contenu- compte- service- rembours- retour- frais pai- payer prix abonn- tribuna- contrat- dispositi- conserv- trait- partag- transf- sécurité finalité- supprim- accès rgpd rétract- livraison- command- respect- éditeur- siège société immatricul-',
		duty: 'doit doivent devez peut peuvent pouvez accept- engage- oblig- responsab- interdi- autoris- réserv- consent- garanti- reconn- sera seront est sont collect- traitons utilisons conservons soumis soumise tenu tenue droit',
		name: 'condition- politique- charte règlement- licence- remboursement- cgu cgv légales contrat accord avis déclaration règles mentions',
		self: 'ce cet cette ces présent présente présents présentes',
		selfAfter: '',
	},
	es: {
		law: 'condicion- términos uso política- privacidad datos personal- consenti- derecho- ley leyes legal- jurídic- responsab- licenci- propiedad intelectual- marca- disputa- controversia- reclam- daño- garantí- rescind- rescis- prohib- autoriz- oblig- cumpl- viol- infring- infracc- tercero- cookie- recopil- divulg- proporcion- acept- notific- contenido- cuenta- servicio- reembols- devoluc- tarifa- pag- precio- suscri- jurisdicc- tribunal- contrato- disposicion- conserv- trat- compart- transfer- segur- finalidad- elimin- acceso rgpd desistim- titular- usuario- domicilio registro',
		duty: 'debe deben debes deberá deberán puede pueden puedes podrá podrán podremos acepta aceptas acepto comprom- oblig- responsab- prohib- permit- reserv- consiente- garantiz- reconoce- será serán recopilamos tratamos utilizamos sujeto sujeta derecho',
		name: 'términos terminos condicion- política- politica- aviso legal- licencia- reembolso- devolucion- devoluciones normas contrato acuerdo declaración directrices reglas',
		self: 'este esta estos estas presente presentes',
		selfAfter: '',
	},
	it: {
		law: 'condizion- termini uso utilizz- informativa privacy riservat- dati personal- consens- diritt- legge leggi legal- giuridic- responsabil- licenz- proprietà intellettual- marchi- controvers- reclam- dann- garanz- risol- recess- viet- proib- autorizz- obblig- conform- viol- terzi terze cookie- raccogli- raccolt- divulg- fornis- fornit- accett- notific- contenut- account servizi- rimbors- resi reso tariff- pag- prezz- abbonament- foro giurisdiz- contratt- disposizion- conserv- tratt- condivi- trasfer- sicurezz- finalità cancell- access- gdpr titolare utent- sede iscri- registro',
		duty: 'deve devono devi può possono puoi potrà potranno accett- impegn- obblig- responsabil- viet- consentit- riserv- acconsent- garantis- riconosc- sarà saranno raccogliamo trattiamo utilizziamo soggett- diritto tenut-',
		name: 'condizioni termini informativa licenza rimbors- resi norme contratto accordo dichiarazione regole regolamento legali politica note',
		self: 'questo questa questi queste presente presenti',
		selfAfter: '',
	},
	pt: {
		law: 'condiç- condic- termos uso utiliz- polític- politic- privacidade dados pessoa- consenti- direito- lei leis legal legais jurídic- responsab- licenç- propriedade intelectual marca- disput- litígio- reclam- dano- garanti- rescis- proib- autoriz- obrig- cumpr- viol- infring- infraç- terceir- cookie- colet- recolh- divulg- fornec- aceit- notific- conteúdo- conta contas serviço- reembols- devoluç- taxa- pag- preço- assinatur- foro jurisdiç- contrato- disposiç- conserv- trat- compartilh- partilh- transfer- seguranç- finalidade- exclu- elimin- acesso rgpd lgpd titular- usuário- utilizador-',
		duty: 'deve devem deverá deverão pode podem poderá poderão aceita concorda- comprom- obrig- responsab- proib- permit- reserv- consente garant- reconhec- será serão coletamos recolhemos tratamos utilizamos usamos sujeito direito',
		name: 'termos condições política politica aviso licença reembolso devolução devoluções diretrizes normas contrato acordo declaração regras',
		self: 'este esta estes estas esse essa esses essas presente presentes',
		selfAfter: '',
	},
	nl: {
		law: 'voorwaard- gebruiksvoorwaard- gebruik- privacy- gegevens persoonsgegevens persoonlijk- toestemming- recht- rechten wet wetten wettelijk- juridisch- aansprakelijk- licenti- auteursrecht- merk- eigendom- geschil- claim- vorder- schade- garanti- beëindig- opzeg- verbod- verboden toegestaan verplicht- overtred- inbreuk- derden cookie- verzamel- openbaar- verstrek- accept- akkoord inhoud account- dienst- gebruiker- terugbetal- retour- kosten betal- prijs- prijzen abonnement- rechter- rechtbank- overeenkomst- bepaling- verantwoord- bewaar- bewaard- bewaren verwerk- deel- delen doorgif- beveilig- doeleind- verwijder- avg klacht- herroep- bestell- lever- regels',
		duty: 'moet moeten mag mogen dient dienen zal zullen verplicht- aansprakelijk verantwoordelijk verboden toegestaan behoud- akkoord stemt gaat verwerken verzamelen bewaren garander- kunt kun kunnen recht',
		name: 'voorwaarden gebruiksvoorwaarden privacyverklaring privacybeleid beleid verklaring licentie- richtlijn- overeenkomst colofon disclaimer reglement regels huisregels retourbeleid retourvoorwaarden',
		self: 'dit deze onderhavige',
		selfAfter: '',
	},
	nordic: {
		law: 'villkor- användarvillkor- vilkår- betingelse- integritet- personuppgift- personopplys- personoplys- uppgift- opplysning- oplysning- samtyck- samtykk- rätt- rättighet- rettighet- ret lag lagen lov loven lovgiv- juridisk- ansvar- licens- lisens- upphovs- opphavs- ophavs- varumärk- varemærke- varemerke- äganderätt- tvist- anspråk- krav- skad- skade- garanti- uppsäg- oppsig- opsig- förbjud- forbud- forbyd- tillåt- tillat- tillad- skyldig- forplikt- forpligt- kränk- krenk- tredje- cookie- cookies kakor informasjonskapsl- saml- lämna- godkänn- godkend- godta- innehåll- innhold- indhold- konto kontot tjänst- tjenest- användar- bruker- bruger- återbetal- refusjon- refusion- avgift- gebyr- betal- pris- domstol- avtal- avtale- aftale- bestämmels- bestemmels- ansvarlig- lagr- behandl- del- dela delar overfør- överför- säker- sikker- ändamål- formål- radera- slett- slet- gdpr klag- ångerrätt- fortryd- angrerett-',
		duty: 'ska skall skal måste må får kan ansvarar ansvarig- ansvarlig- förbjud- forbud- tillåt- tillat- tilladt godkänn- samtyck- samtykker förbehåller forbeholder behandlar behandler samlar samler garanter- skyldig- forplikt- forpligt- rätt rett ret berättig- berettig-',
		name: 'villkor- användarvillkor vilkår betingelser integritetspolicy privatlivspolitik policy licens- lisens- retur- återbetal- riktlinjer retningslinjer avtal avtale aftale regler erklæring erklæringen handelsbetingelser köpvillkor impressum personvernerklæring personvernpolicy personvernregler',
		self: 'denna detta dessa denne dette disse föreliggande nærværende foreliggende',
		selfAfter: '',
	},
	fi: {
		law: 'ehdo- ehdot ehtoj- käyttöeh- tietosuoj- tiedo- tieto- henkilötie- suostum- oike- laki lain lakien laill- vastuu- lisens- tekijänoik- tavaramerk- omistus- riita- riito- vaati- vahin- vahing- takuu- irtisan- kielle- kiell- sallit- velvoll- velvoit- rikko- louk- kolman- eväste- kerä- luovut- hyväks- sisäl- tili tilin palvelu- käyttäj- palaut- hyvit- maks- hinta- hinna- tuomioistu- sopimu- määräy- säilyt- käsitt- käsitel- jaka- siirt- turvall- tarkoit- poist- peruut- valit- tilau- toimit- rekister-',
		duty: 'pitää täytyy tulee saa saat saavat voi voit voimme voivat vastaa vastuussa sitoudu- kielletty kiellet- sallittu hyväksy- hyväksyt pidät- oikeus velvollinen käsittelemme keräämme säilytämme edellyt-',
		name: 'käyttöehdot ehdot tietosuojaseloste evästeet lisenssi palautus- sopimus säännöt tilausehdot toimitusehdot rekisteriseloste seloste käytäntö tietosuojakäytäntö tietosuojalauseke',
		self: 'tämä tämän tässä tällä nämä näiden näissä näillä',
		selfAfter: '',
	},
	cs: {
		law: 'podmín- obchodn- ochran- osobn- údaj- údaje souhlas- práv- zákon- odpověd- licen- autorsk- ochrann- vlastnict- spor- nárok- škod- záruk- ukonč- vypov- výpov- zakáz- zákaz- povol- povin- poruš- třet- soubor- cookie- shromažď- zpracov- poskyt- přij- oznám- obsah- účet účtu účtů služb- uživatel- vrác- vrat- reklam- poplat- plat- cen- soud- smlouv- smluv- ustanov- uchov- uklád- sdíl- předá- bezpeč- účel- vymaz- smaz- odstoup- gdpr stížn- prodávaj- kupuj- kupující objednáv- dodá- sídl- zapsan-',
		duty: 'musí musíte smí nesmí nesmíte může můžete mohou můžeme povinen povinn- oprávněn- odpovíd- zakáz- zakazuje souhlas- zavaz- vyhrazuje vyhrazujeme zpracováváme shromažďujeme lze nelze bude je nárok právo',
		name: 'podmínky obchodní zásady ochrana ochrany licence licenční reklamační pravidla smlouva prohlášení řád impresum',
		self: 'tento tato toto tyto těmito těchto tímto',
		selfAfter: '',
	},
	pl: {
		law: 'warunk- regulamin- korzyst- prywatno- dan- danych osobow- zgod- praw- ustaw- przepis- odpowiedzial- licenc- autorsk- znak- własno- spor- roszcz- szkod- gwaranc- wypowied- rozwiąz- zakaz- zabron- dozwol- obowiąz- narusz- osób trzeci- cookie- plik- gromadz- zbiera- ujawni- udostęp- akcept- powiadom- treś- konto konta usług- użytkown- zwrot- opłat- płatn- cen- sąd- umow- umów postanow- przechow- przetwarz- przekaz- bezpiecz- cel- usun- usuw- odstąp- rodo skarg- reklamac- zamówi- dostaw- administrator-',
		duty: 'musi muszą może mogą możesz możemy powinien powinn- należy zobowiąz- odpowiada uprawnion- zabron- zakazan- dozwol- zgadza- wyraża akcept- zastrzega- przetwarzamy zbieramy prawo przysług- obowiązan- wolno',
		name: 'regulamin- warunki polityka licencja zwroty zasady umowa oświadczenie klauzula informacyjna',
		self: 'niniejszy niniejsza niniejsze niniejszym niniejszej niniejszego ten ta to te tego tej tych',
		selfAfter: '',
	},
	slavic: {
		law: 'услови- соглашен- политик- конфиденциальн- персональн- данн- соглас- прав- закон- юридическ- ответственн- лиценз- авторск- товарн- собственност- спор- претенз- ущерб- убытк- гаранти- расторж- прекращ- запрещ- запрет- разреш- обязан- обязател- наруш- треть- cookie- файл- сбор- собира- раскры- предостав- приним- уведом- контент- содержан- аккаунт- учетн- учётн- услуг- сервис- пользоват- возврат- оплат- плат- цен- суд- договор- положен- хран- обработ- обрабат- переда- безопасн- цел- удал- жалоб- оферт- заказ- умов- угод- політик- конфіденційн- персональн- дан- даних згод- відповідальн- ліценз- власност- спор- збитк- шкод- припин- заборон- дозвол- обов- зобов- поруш- трет- збир- розкри- над- повідом- вміст- обліков- послуг- користувач- поверн- сплат- догов- договор- положен- зберіг- оброб- передa- безпек- мет- видал- скарг- закон- услов- общ- лични- съглас- отговорн- лични потребител- защит- уређ- услов- поверљив- подат- сагласн-',
		duty: 'должен должн- обязан- обязу- может могут можете вправе соглаша- несет несёт запрещ- запрета- разреша- допуска- гарантир- признает признаёт оставля- обрабатыва- собира- хран- следует повинен повинн- зобов- може можуть можете погодж- несе заборон- дозвол- гаранту- обробля- збира- зберіга- слід трябва може могат длъж- отговар- съглас- забран- мора морате може можете сме сагласн-',
		name: 'услови- умови соглашение угода политик- політик- правил- оферта лицензи- ліцензі- договор договір возврат- повернення положение уведомление',
		self: 'настоящ- данный данная данное данные этот эта это эти этого этой этих этим этими сей цей ця це ці цього цієї цих даний дана дані тези тази този настоящ- ове ови овај ова овим',
		selfAfter: '',
	},
	tr: {
		law: 'koşul- şart- kullan- gizlilik- kişisel- veri- veriler- rıza- hak hakk- hakl- kanun- yasa- yasal hukuk- sorumlu- lisans- telif- marka- mülkiyet- uyuşmazlık- talep- zarar- garanti- fesih- fesh- yasak- izin- izni- yükümlü- ihlal- üçüncü çerez- topla- açıkla- sağla- kabul- bildir- içerik- içeriğ- hesap- hesab- hizmet- kullanıcı- iade- ücret- öde- fiyat- mahkeme- sözleşme- hüküm- hükm- sakla- işle- paylaş- aktar- güvenlik- amaç- amac- sil- kvkk cayma- şikayet- sipariş- teslim-',
		duty: 'zorunda- zorunlu- gerekir gerekmektedir yükümlü- sorumlu- yasak- yasaktır edebilir- olabilir- yapabilir- kullanabilir- kabul onay- taahhüt- saklı- sakl- haklı- hakkın- işle- topla- edemez- olamaz mümkün- tabi tabidir izin- serbest-',
		name: 'koşul- şart- çerez- politika- sözleşme- lisans- iade- kurallar- aydınlatma bildirim- kvkk künye metni',
		self: 'bu işbu',
		selfAfter: '',
	},
	hu: {
		law: 'feltétel- szerződés- adatvédel- adatkezel- adat- személyes- hozzájárul- jog- jogi- törvény- felelős- licenc- szerzői- védjegy- tulajdon- vita vitá- igény- kár- garanci- megszün- felmond- tilos- tilt- enged- kötelez- megsér- harmadik- süti- cookie- gyűjt- nyilvános- szolgáltat- elfogad- értesít- tartalom- tartalm- fiók- felhasznál- visszatér- díj- fizet- ár- bíróság- rendelkez- tárol- kezel- megoszt- továbbít- biztons- cél- töröl- törl- elállás- panasz- megrendel- szállít-',
		duty: 'kell köteles- kötelez- jogosult- felel- tilos- szabad- elfogad- hozzájárul- fenntart- lehet nem vállal- kezel- gyűjt- szavatol- tudomásul',
		name: 'feltétel- felhasználási szerződés- adatvédelmi adatkezelési tájékoztató- szabályzat- nyilatkozat impresszum aszf ászf irányelv- licenc-',
		self: 'ez ezek e jelen',
		selfAfter: '',
	},
	ro: {
		law: 'condiț- condiţ- termen- utiliz- confidenți- confidenţi- date datele personal- consimț- consimţ- drept- lege legea legal- juridic- răspund- licenț- licenţ- autor- marc- propriet- litigi- preten- daun- prejudic- garanț- garanţ- încet- rezili- interzi- permi- oblig- respect- încălc- terț- terţ- cookie- colect- divulg- furniz- accept- notific- conținut- conţinut- cont contul servici- ramburs- retur- tax- plăt- plat- preț- preţ- instanț- instanţ- contract- prevede- dispoziț- stoc- prelucr- transf- securit- scop- șterg- şterg- gdpr plâng- comand- livr-',
		duty: 'trebuie poate pot puteți puteţi oblig- răspund- interzi- permi- accept- consimț- rezerv- garant- prelucrăm colectăm este dreptul obligaț- urmează',
		name: 'termeni termenii condiții condiţii condițiile politica politică confidențialitate confidenţialitate licență retur reguli contract regulament declarație notă',
		self: 'acest această aceasta acești aceşti aceste acestor prezenta prezentul prezentele prezentei',
		selfAfter: '',
	},
	el: {
		law: 'όρο- όρων όρους χρήσ- απόρρητ- απορρήτ- δεδομέν- προσωπικ- συγκατάθ- συγκαταθ- δικαίωμ- δικαιώμ- νόμο- νομικ- ευθύν- άδει- πνευματικ- εμπορικ- ιδιοκτησ- διαφορ- αξίωσ- ζημί- εγγύησ- τερματ- καταγγελ- απαγορ- επιτρέπ- υποχρέω- υποχρεω- παραβ- τρίτ- τρίτους cookie- συλλ- αποκάλ- παρέχ- παροχ- αποδοχ- αποδέχ- ειδοποί- περιεχόμ- περιεχομ- λογαριασμ- υπηρεσ- χρήστ- επιστροφ- τέλη πληρωμ- τιμ- δικαστήρ- σύμβασ- συμβάσ- διατάξ- αποθήκ- αποθηκ- επεξεργασ- κοινοποί- διαβίβ- ασφάλ- σκοπ- διαγραφ- παραγγελ-',
		duty: 'πρέπει μπορεί μπορείτε μπορούν οφείλ- υποχρε- δικαιούται δικαιούστε ευθύν- απαγορ- επιτρέπ- αποδέχ- συμφων- διατηρ- συναιν- εγγυ- επεξεργαζόμαστε συλλέγουμε θα δικαίωμα',
		name: 'όροι όρων πολιτική απορρήτου δήλωση άδεια επιστροφ- κανόνες κανονισμός σύμβαση',
		self: 'παρών παρούσα παρόν παρόντες παρούσες παρόντα παρούσας παρόντων αυτοί αυτή αυτό αυτές αυτά',
		selfAfter: '',
	},
	semitic: {
		law: 'شروط الشروط أحكام الأحكام سياسة الخصوصية خصوصية البيانات بيانات بياناتك الشخصية معلومات المعلومات موافق- الموافقة حقوق حق الحق قانون القانون القانونية مسؤول- المسؤولية ترخيص الملكية نزاع النزاعات أضرار الأضرار ضمان إنهاء محظور يحظر حظر مسموح التزام- انتهاك طرف الأطراف ملفات الارتباط جمع نجمع كشف تقديم قبول إشعار محتوى المحتوى حساب حسابك خدمة الخدمة خدمات الخدمات خدماتنا مستخدم المستخدم المستخدمين استخدام استرداد رسوم دفع الدفع محكمة عقد اتفاقية الاتفاقية معالجة تخزين مشاركة نقل أمان غرض حذف תנאי תנאים התנאים שימוש השימוש פרטיות הפרטיות מדיניות מידע המידע נתונים אישי אישיים הסכמה הסכם זכות זכויות הזכויות חוק החוק דין אחריות רישיון קניין רוחני סכסוך תביעה נזק נזקים סיום אסור מותר חובה הפרה צד צדדים שלישיים עוגיות איסוף חשיפה שירות השירות שירותים משתמש המשתמש משתמשים חשבון תוכן החזר תשלום מחיר בית משפט עיבוד אחסון שיתוף העברה אבטחה מטרה מחיקה قوانین شرایط حریم خصوصی اطلاعات داده‌ها شخصی کاربر کاربران خدمات مسئولیت حقوق قانون',
		duty: 'يجب يجوز يحق نحتفظ توافق توافقون أوافق يوافق يلتزم تلتزم مسؤول مسؤولة مسؤولون يحظر نجمع نستخدم نعالج يمكن يمكننا يمكنك لا سوف חייב חייבים רשאי רשאית רשאים אסור מותר מסכים מתחייב אחראי אחראית שומרת נאסוף נשתמש אוספים עשוי עשויים יכול יהיה باید می‌تواند مجاز موظف متعهد نباید',
		name: 'شروط الشروط الأحكام سياسة الخصوصية اتفاقية إشعار بيان תנאי תנאים תקנון מדיניות הפרטיות הצהרת הסכם قوانین شرایط حریم',
		self: 'هذه هذا وهذه تلك این',
		selfAfter: 'אלה אלו זה זו הללו',
	},
	indic: {
		law: 'शर्त- शर्तें शर्तों नियम- नीति- गोपनीयता डेटा जानकारी व्यक्तिगत सहमति अधिकार- कानून- क़ानून- कानूनी दायित्व- ज़िम्मेदार- जिम्मेदार- लाइसेंस- संपत्ति विवाद- दावा दावे नुकसान क्षति वारंटी समाप्त निषिद्ध अनुमति उल्लंघन तृतीय पक्ष कुकी- एकत्र साझा प्रदान स्वीकार सूचना सामग्री खाता खाते सेवा सेवाओं उपयोग- उपयोगकर्ता- धनवापसी शुल्क भुगतान न्यायालय समझौता समझौते संग्रह सुरक्षा हटा-',
		duty: 'सकते सकता सकती चाहिए होगा होगी होंगे सहमत निषिद्ध अनुमति जिम्मेदार ज़िम्मेदार अधिकार बाध्य अनिवार्य करेंगे',
		name: 'शर्तें शर्त- नीति गोपनीयता नियम समझौता',
		self: 'यह ये इन इस',
		selfAfter: '',
	},
	malay: {
		law: 'ketentuan- syarat- kebijakan- privasi data pribadi peribadi persetujuan- hak- hukum undang-undang undang tanggung liabilitas lisensi- lesen- cipta merek kekayaan sengketa- klaim- kerugian jaminan- pengakhiran- dilarang larangan izin- kewajiban- pelanggar- pihak ketiga cookie- kuki mengumpul- mengungkap- memberi- menerima pemberitahuan- konten- kandungan akun- akaun layanan- perkhidmatan pengguna- penggunaan- pengembalian biaya pembayaran- bayar- harga pengadilan mahkamah perjanjian- menyimpan memproses pemrosesan berbagi kongsi transfer keamanan keselamatan tujuan menghapus',
		duty: 'harus wajib dapat boleh mungkin setuju menyetujui bertanggung dilarang diizinkan dibenarkan berhak mengakui menjamin tunduk hendaklah akan tidak',
		name: 'ketentuan syarat kebijakan privasi dasar perjanjian pemberitahuan lisensi pedoman garis aturan terma',
		self: '',
		selfAfter: 'ini tersebut berikut',
	},
	vi: {
		law: 'điều khoản kiện chính sách riêng tư dữ liệu thông tin cá nhân đồng ý quyền luật pháp trách nhiệm phép sở hữu tranh chấp thiệt hại bảo đảm chấm dứt cấm nghĩa vụ vi phạm bên thứ cookie thu thập tiết lộ cung cấp chấp nhận nội dung tài khoản dịch vụ người dùng hoàn phí thanh toán tòa án hợp thỏa thuận lưu xử lý chia sẻ bảo mật mục đích xóa',
		duty: 'phải được quyền cấm đồng chịu cam không thể sẽ nên',
		name: 'khoản chính sách thuận quy bảo',
		self: '',
		selfAfter: 'này',
	},
};

/** Of scripts without spaces: pieces of text, in no order. */
export const agreementPieces: AgreementWords = {
	law: '規約 規定 条件 条項 利用者 利用 個人情報 情報 プライバシー 同意 権利 法令 法律 法的 責任 ライセンス 許諾 著作権 商標 知的財産 紛争 請求 損害 保証 解約 終了 禁止 許可 義務 違反 侵害 第三者 クッキー 収集 開示 提供 通知 コンテンツ アカウント サービス 返金 返品 料金 支払 代金 裁判所 契約 取扱 保存 処理 共有 目的 削除 会社 当社 お客様 条款 协议 協議 政策 隐私 隱私 个人信息 個人資料 个人 信息 资料 資料 同意 权利 權利 法律 法规 责任 責任 许可 許可 授权 授權 版权 版權 商标 知识产权 智慧財產 争议 爭議 赔偿 賠償 损失 损害 保证 终止 禁止 义务 義務 违反 違反 侵犯 第三方 收集 披露 提供 接受 通知 内容 內容 账户 账号 帳戶 服务 服務 用户 用戶 使用 退款 退货 费用 費用 付款 支付 法院 合同 存储 处理 處理 共享 转让 安全 目的 删除 약관 조항 조건 정책 방침 개인정보 정보 동의 권리 법률 법령 책임 라이선스 저작권 상표 지적재산 분쟁 청구 손해 보증 해지 종료 금지 허용 의무 위반 침해 제3자 쿠키 수집 공개 제공 통지 콘텐츠 계정 서비스 이용자 이용 회원 환불 반품 요금 결제 법원 계약 처리 저장 공유 목적 삭제 회사 ข้อกำหนด เงื่อนไข นโยบาย ความเป็นส่วนตัว ข้อมูล ส่วนบุคคล ยินยอม สิทธิ กฎหมาย ความรับผิด รับผิดชอบ ใบอนุญาต ลิขสิทธิ์ เครื่องหมายการค้า ข้อพิพาท ความเสียหาย รับประกัน ยกเลิก ห้าม อนุญาต ละเมิด บุคคลที่สาม คุกกี้ เก็บรวบรวม เปิดเผย บริการ ผู้ใช้ บัญชี เนื้อหา ชำระ ค่าธรรมเนียม ศาล สัญญา',
	duty: 'なければなりません しなければ ものとし 同意し できます できません 禁止 責任を負 することがあ てはなら してはいけ 義務 権利を有 遵守 承諾 みなし いたしません 収集し 取得し 利用します 应当 必须 必須 不得 可以 有权 有權 应 應 须 須 同意 承担 承擔 负责 負責 禁止 保留 承诺 遵守 视为 視為 將 将 하여야 해야 합니다 할 수 동의 책임 금지 의무 아니 ต้อง อาจ ห้าม ตกลง ยอมรับ รับผิดชอบ มีสิทธิ สงวนสิทธิ',
	name: '利用規約 規約 プライバシーポリシー ポリシー 方針 特定商取引 ガイドライン 個人情報 契約書 条款 协议 協議 隐私政策 隱私權 政策 声明 聲明 规则 規則 规范 약관 방침 정책 가이드라인 규정 ข้อกำหนด เงื่อนไข นโยบาย',
	self: '(?<!日)本 当 この これらの 此 这份 这些 這些 이\\s 본\\s',
	selfAfter: 'นี้ ฉบับนี้ เหล่านี้',
};
