/** Frequent words of languages that are not read and of none that is, and their words for what people keep in apps. */
const WORDS = `
aan aantal aaral abans abbiamo abitudini aby aceasta această acest acesta aceste acestea acho acolo acord acordo
acum adalah aftur agad agli ahogy ahol aici aigua aika aikaa aikana aina ainakin ainda aivan així això ajan ajuns
akan akik aking akkor ako akong aku alatt alcuni aldri aldrig alebo alguma algumas algunes alguns alguém algú
alkalmazást allemaal allenamenti allenamento allir allora allt alltaf alltid altid altijd altra altre altres altri
altro alveg além alışkanlık alışveriş amely amikor ampak anak anar ancak anche ancora andare andet andra annars
annat annet anong anul anys aos apie aplicació aplicativo aplicație aplikacji aplikację aplikasi apoi applicazione
aproape após aquest aquesta aquestes aquests arasında araw arba arbejde arra arī asemenea assim astfel asupra atas
atau atkal através atrodo attività atunci atât até augalai augi auk avea avem avere aveva avui avut awak aynı ayon
ayrıca azonban azt aztán azért aðeins babae bagay bagi bagian bago bagong bahagi bahasa bahawa bahay bahwa baik baka
bakit bana bansa banyak bardziej bardzo baru bawat bayan bazı başka beberapa bedre bedste behöver belanja beliau
belum benar benda benim berada bersama beter betul bevásárlólista bih bij bija bila bilang bili bilihin biljke bilo
bine biraz biri birlikte bisa biti bitkiler bize bizim biztos biết blandt blant blev blevet bli blijven blir blitt
blive bliver boeken boleh bolj bomo boodschappen boodschappenlijst bort boste brasileiro brez broj brug bruge bruke
bruker buat budete budou budu budú bugün buhay bukan buku bulan bulunan bunu bunun bună buong burde buvo bych byl
byla bylo byly być byť bästa bättre både bækur bæði bình böcker böyle bøger bør børn bütün büyük být będzie będą būs
būti būtu būtų bạn bản bảo bằng cadrul cakap carrer català cazzo ceea celor celý certo ceva cez chce chci chcę
cheltuieli chiar chodzi chyba chính chúng chỉ chủ chức cidade cik cilvēki cilvēks cilvēku città citu ciò clar coisa
coisas començar comigo comunque contro copii cose coses così coś crec csak cukup cumpărături cuộc czas czasu czy các
cách când câteva című công cùng cărți către cũng cảm cần cầu của daar dabar dacă dades daftar daha dahil dahilan
dalam dalawang dalis dalje dalla další danas danmark dansk danske dapat darbo dari daripada daudz daug daugiau
davant davvero dažnai dažniausiai decât deel deixar delo delu dengan denna denne depois deras dere deres derfor
despesas despeses despre després dessa deti detta detto devam deve devlet deze değil deň dienas dienu dieną
diferents dinheiro dins dintre direito diri disse disso ditt diye diyos diz dizer diğer dlaczego dlatego dnes dnia
doar dobre dobro dobrze dobře doen doet domu doncs dopo două dovolj doğru drept dret drie druge drugega drugi drugih
države dua duas dulu dumnezeu dunia după dva dve dveh dwa dzieci dzień dzięki där díky dünya děti dụng ebben ecco
edes educació eens eerste efter eftir egentlig egy egyik egyszer együtt egész ehkä eikä einn einnig eiropas eitt
eivät ekkert ekki elas eles elkaar ells első elég előtt emberek embora endnu enemmän eneste enligt enn ennek ennen
enquanto então enää erano eru esam esempio esi esimerkiksi eski esmu espanya essa essas essere esses estat estava
estem estic estou estão ett ettei etter etti että europos evet există ezek ezen ezt ezzel ezért eğer ešte fakat
faktisk falar famiglia fanno fara farklı fatto fazendo fazer fazla feina fel feladatok fent fet fica ficar fiecare
fiind fik fikk filho fim finna finnes flera flere foarte foram fordi forse forskellige fortfarande fortsatt fost
fram frem frá från fuori fyrir fyrsta fået får fått första förstår før først første făcut fără gaan gaat gada gadu
gadā gagawin gali galima gamle ganger ganska gawi gawin gde gdje gdy gdzie gece geen gegn geldi gelen gemaakt genel
gennem gerai geral geri gerçek geta getur geven gewoon gewoonten gibi gick gik gikk ginagawa giorni giorno gir già
giúp giải giới gjennom gjorde gjort gjør gjøre glede glej godina godine godt goed goede gostaria governo graag grans
grunn grup gruppo gràcies grāmatas gång går gör göra görevler gør gøre gün güzel habang hadde hade hafa hafi hafði
hakkında halaman halda haluan handleliste hanem hanggang hanya harcama harus hati hauria havde haver havia hebben
heeft hef hefur hela heldur hele helt hemen hendes hennar henni hidup higit hij hingga hins hitro hiç hiçbir hiện
hjem hjá hodně hogy hogyan hoje homem honom honum hores houden huwag hva hvad hvað hvem hver hvernig hvilket hvis
hvor hvordan hvorfor hvort hyvin hyvä hành három hän hänen här håller hægt hér hình hún học hội hợp iako ialah iar
ibang ibig idag iedereen iemand iepirkumu ieradumi iespējams iet iets igjen ihan ikaw iki ikke ilalim ilang ilgili
ili illetve ilman ilyen imajo imao ime imel inden indkøbsliste informació ingen inget ingin inkább inköpslista innan
innkaupalisti innych inom insan insanlar insieme invece iné isang istiyorum itong itse iyi izdevumi između için
içinde işte išlaidos jaar jadi jako jangan jav jde jedan jedna jednak jedno jednom jeg jego jeho jei jeigu jej
jejich její jestem jesteś jestli jeszcze jeśli ještě jie jiems jih jij jika jis již jobb jogo joka joku jonka jopa
jossa jotain joten jotka još jsem jsi jsme jsou jste juga juk jullie jums juos juuri już jälkeen jól jūs jūsu jūsų
kad kada kadar kadın kahit kaibigan kaikki kailangan kaip kaj kako kaksi kalau kampung kamu kanilang kaniyang kanske
kanskje kanssa kanya kanyang kao kapag karena kartu kartą karşı kasama kasi kasih kasveille kasvit katerega katerem
kateri katerih kauno kautta kawan kawasan kayo każdy každý kaže kdo kdy když kebiasaan keer kell kellett keluar
kembali kemudian kemur kena kenapa kendi kepada kerana kerja ketika kez keď khi khác không kiadások kicsit kiedy
kiek kiitos kilka kinderen kirjat kitaplar kitų kişi kjer knihy knjiga knjige knygos kod kodėl koja koje koji kojoj
koju koliko kolme komen komið kommer komt kopā koska krijgen kroz książek książka která které který kteří kto ktorej
ktorá ktoré ktorého ktorí ktorú ktorý ktorých ktoś która które który których którym którzy kuin kuinka kuitenkin
kultūros kulut kunna kunne kunnen kunt kupovinu kura kuras kuri kurio kuris kurių kuru kurā kurį kuten kvinner kvůli
kwam kyllä känner két könyvek köszönöm között københavn küçük kāda kāds kādu kāpēc kız kết laat laatste labai laban
labi labāk lagi lagu lahat lahko laika laiko laiks laiku laikā lalaki lalu lamang laten latviešu latvijas latvijā
lavoro lebih lebo legge legjobb legyen lehet lelaki lenge lenne lesz leta letih lett letu leven lhe libri lide lidt
lidé lidí lietuvių lietuvoje lietuvos lige ligger lihat lika liker listahan listesi lisäksi lisää livet livro livros
ljubljani ljudi ljudje llei llengua llibertat llibre llibres llista lloc locul loob luar lub lucru ludzi ludzie
lumea làm lên líka līdz lūdzu lại lớn maaaring maakt macam maging magyar maior majd mají majú mają makan maken
malaking malam mand manusia maraming març masalah masih masuk masz matapos mateix mateixa mayroon mať medzi meget
meglio meio meira melakukan melhor melihat mellan mellem mellett mellom memang membuat memiliki mempunyai menjadi
menn mennesker mensen mentre menys mereka mert mesma mesmo mesos mest mesta mesto mestu metais metu metus metų meus
meva meves mezi með meðal među međutim miatt miał miejsce miesto mieć mij mijn mikið mikor miksi mikä millor milyen
mindenki mindig mindre minha minta minä misschien missä miten mitä mitään mivel miért mjög mnie mnogo moc moet
moeten mogoče mogu molt moltes molti molto molts morda może można možda može možete možno možná muitas muito muitos
mukaan mukha mulai mulher mulig mult multe mungkin musí mutta mycket mye myös mám máme már másik máte mãe människor
måde måske måste måtte még mér mình místo mój món mówi môže môžete mājās mēs měl měla měli mňa mūsu mūsų může mới
naam naar nachádza naging nagyon naj najbolj najmä nak nakita nakon nakupovalni nalazi nama naman namin nampak namun
nanti naozaj naprawdę naprej napríklad nasıl natin navade navike nawet nawyków nebo nebuvo necessito neden nederland
negli nej nekad nekaj neked nekem neki neko nekoliko nekā nelle nema není nessuno nevar nevoie neće nešto než ngayon
ngoài ngunit ngày nhiều nhà nhân nhất nhận những nici nieko niekoľko niente nieuwe niečo nigdy niin niitä nije nikdy
nila nimic nincs ninguém ningú niso nisu nito niya niyang nič ništa niż njega njih noastră nodig noen nog nogen
noget nogle noin noite només nooit noong norge noriu norsk norske nosaltres nossa nosso nostre nostres nostro nostru
notiek nové nulla numai numele nuo nuova nuovo nya nào này nákupní nákupný nám nás návyky näin när någon något några
når néhány nélkül nên nói nós növények năm nėra něco někdo nếu oameni oamenii obiceiuri oblasti občine också odnosno
ofte oggi ogni også oikein okkar okkur oko okrem olacak olan olarak oldu olduğu olduğunu oleh olen olika olisi
olivat ollut olmak olsun oltre olur olyan omdat omkring onder onko ook opgaver oppgaver oppskrifter opravdu
opskrifter opštine oras oraz orice ostoslista osób otrok outra outras outros ovaj ovat ovde ovo ovog ovom paano pada
padaria paese pagal pagitan pagkain pagkatapos paldies paling paljon pamamagitan panahon panetteria pangalan parang
parlar partea pasaules pasaulio passar pasti patīk pedig pels penge pengeluaran pentru perchè pergi perioada perlu
pernah perquè persone persones persze pertama pessoas pháp phát phải phần piante pilipinas pilipino pirkinių pirms
pitäisi pitää più plaats plöntur poate poble podczas podem poden podle podľa pogosto pokud poleg polsce polski
pomeni pomoč popis poslední possibile posso possono posto postoji potem potom potrebbe potser pouco pouze pozri
počas pracy praha prav pravi pravo prea precis precum pred predvsem preko prema pretože prečo prieš prije primeira
primeiro primul prin projecte projeto prostu prostě protams proti protiv protože proč prvi první prvý przed przepisy
przepisów przez przy práce práve právě puikiai punya puoi può până públic pēc před přes při qualche qualcosa
qualcuno quale qualquer quals qualsevol quando quanto quase quella quelli quello quem quero questa queste questi
questo quina quindi quá quốc radi rajono rastline rastliny razem različnih receita receitas recept receptai
receptbok receptek recepten receptenboek receptes recepti recepty redan região reikia rekao republike resep
reseptikirja rett rețete ricetta ricettario ricette rigtig riktigt rok rokov românia româniei rossz rostliny roślin
rośliny rumah rundt runt rätt rétt również rīgas rīgā rất saada saan sabi sabihin sadece sahip sair saj saja saját
saker sakit sako sakė saman samma samme sammen samo sampai sangat saraksts sarcini sarebbe sarili sarà satu
savivaldybės savo savu sayang sebab sebagai sebe sebelum sebuah secara secondo sedaj sedang segir segja segons seja
sekali sekarang sekolah sekä selalu selama selamat selv sembra semmi sempre semua senarai sendiri sendo seni senin
senza seorang seperti serà setelah setembre setiap setmana sett seus seva seveda seves sevi seznam siamo siapa sicer
siden sidste siebie siellä sier sige siger sigui siihen siinä siis siitä sillä sinabi sinh sinni siste sitt sitä
siya siyang siz sizin się sjá själv skal skjer skoraj skozi skulle skupaj slik slovenije sloveniji slovenskej
slovensku smo snel sobie società sok sonra sotto sovelluksen spesa spese sploh spolu sposób spre spune spus staan
stad stadig starp stata stati stato stað sted steeds stejně stessa stesso stor stran strane strani stroški stále
suas sudah suka sulle sunt suo suoi suomen suomessa suomi suport sve svensk svenska sverige svetu svi svo svoj svoje
svojej svojo svoju svona svou své swoje synes szeretnék szerint szerintem szokások szép säga säger sätt sådan sér
sína sínum són său sąrašas taas tada tady tagad tager tahu tahun taigi taip tajā takenlijst taki takie takk tako
taky také także takže talaga talán també também tanaman tanpa taon taong tapi tapo tarafından tarefas tarifler
tasques tatt tavat tayo tačiau taču teda tedy tega tegen tego tehdä tej tejto telah teljesen temos tempat temu tenen
tengok tenho tenim tentang tento teraz terima terjadi tersebut terug tetap tetapi tev teve tevi teď teşekkürler też
thành tháng thì thích thông thấy thế thể thị thời thứ thực tiada tid tidak tiden tidligere tiek tiem tiesiog tieto
tieši tiež tijd tijdens tik tika tikai tikrai tilbage tilbake tillbaka timp timpul tinc tinha tipus toate toată toch
todella todėl toen tog tohle toho tohto toinen tokom toks toliau tolong tomto tomu tomēr torej tothom tovább
trabalho treba treball trebui trebuie trecut trei treinos trenger trobar trochę trong troppo tror troškovi trung
trzeba träningsdagbok trên trình trīs tudi tudo tudom tugas tuhan tulad tulee tuli tunay tungkol tuo turi tussen
tutaj tutta tutte tutto två twee tych tycker tylko tym târziu tão tähän tämä tämän tänään tässä tästä tätä täällä
tényleg têm tên tím tíma tók tôi több túl túto tüm türkiye tým tāpat tāpēc tās třeba tại tốt tới uden udgifter
uitgaven ulo unang unde undir unei unor untuk unui unul uomo upang uporablja upp uppgifter uppskriftir urma určite
uten utgifter után uur uvek uygulama uygulaması uzun vaan vad vagy vagyok vaig vaikka vairs vairāk vajag valaki
valami valamint valsts valstybės vam vanaf vandens vaner vannak vanor varbūt vardır varför varit varje varð varētu
vastaan vaše vedere vedno veel vegada vegades vegna vej veldig vele veliki veliko velmi vem vendar veoma verdade
verið verkligen verschillende veure veya vezes vezi već več veľa veľmi viac vidi vielä vienas vienkārši vienmēr
vienu vieną vietā viktig vilken vilket vill vilniaus vind vinden vinna virkelig visada visai visi visiem viskas viss
vissza visus viên við viņa viņam viņi viņiem viņu više việc việt você vocês voglio volgende volgens volna vores
vorrei voru vreau vreme vremena vrijeme vrlo vrouw vsaj vsak vse vseh vsi vull vuoden vuonna vuotta vào vám vás vão
vähän väl väldigt växter vår være været væri vært víc více výdaje výdavky vďaka vēl vėl vėliau však všechno všechny
všetko všetky všetkých všichni vůbec vždy vậy với waar waarom waktu wala walang wanita weer weet weten wiele wiem
wij wika więc więcej wordt wszyscy wszystkich wszystkie wszystko wydatków właśnie xuất yani yapılan yeni yfir yine
yksi yli yok yra yêu yüksek zadań zakupy zakupów zal zaman zaradi zaten zato zawsze zbog zdaj zde zdjęciami zeggen
zegt zeker zelf zelo zemlje zich zie zien zij zijn zile zit ziua zoals zonder został zoznam zullen áfram água által
ára árið ásamt áður ändå även çok çünkü éves één így íslandi íslands îmi împreună înainte început încă însă într
între ông öll önemli över öyle özel ønsker úgy újra úkoly úlohy úplne üzerinde üzerine þann þannig þar þau það þegar
þeim þeir þeirra þess þessi þetta því þær þér čas časti často času časť čeprav české često čia ďalej ďalšie đang
điều điểm đây đại đầu đến định đồng động įpročiai ļoti ľudia ľudí őket řekl şekilde şey şimdi šajā šalies šeit
šiandien šios šis šią šodien šta število što żeby życie želim žemės življenje život žmogus žmonių žmonės
uma della delle dello degli gli meu minha minhas jag ik mijn een och för voglio vorrei miei mie bisogno
viaggi clienti diário viagens til plantene receptkönyv fotókkal gribu lietotni saviem augiem blerjeve receptov kniha
`;

export const FOREIGN_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
