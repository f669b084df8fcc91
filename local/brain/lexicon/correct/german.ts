/** Common German words that differ by a letter or two from a word of the lexicon. */
export const GERMAN = `
abbildung abgegeben abgeschlossene abgeschlossenen abgeschossen abgestellt abhängen ablegen abneigung abreissen
abschliessen abstammung abstieg abstimmen abtreibung abweichen after agenturen aktion aktive aktiven aktives
aktiviert aktivisten aktualisiert aktualisierung akute akuten albern altar alten anbietern anderen anders anfang
anfangen anfangs anfassen anfänge anfängen angebaut angeblich angebotenen angedeutet angegeben angehen angehoben
angehören angerufen angeschlossen angesehen angestellt angestellter angezogen anhalt anhänger anhängern anker
anklage anlehnung anliegen anlässen anmeldungen anmerkung anpassung anregen anrufer ansage anschluss anschlüsse
anschreiben anstellung antworte antwortet antwortete anweisung anweisungen anwendungen anwesen anwälte anzeichen
anzeige anzulegen anzupassen anzurufen anzusehen apotheken apotheker arbeite arbeiten arbeitest arbeitete arbeiteten
arbeitswelt architekten architektur areal arena armen artikeln assistenten assistentin aufbewahrt auffallen
auffallend aufgeben aufgegeben aufgeschlossen aufgestellten aufgetragen aufhängen aufklären aufpassen aufschrift
aufsehen aufstehen aufstellen aufstellung aufteilung auftreten aufweisen aufzeichnung aufzeichnungen aufzeigen
auktion ausbeutung ausdrucken ausdrücken ausfällt ausführung ausführungen ausfüllen ausgeben ausgedacht ausgefallen
ausgehen ausgehend ausgemacht ausgerechnet ausgeschlossen ausgesehen ausgewiesen ausgleichen aushalten auslastung
auslegung auslösen ausreichen ausschluss aussetzen ausstellen aussuchen austritt ausweichen ausweitung auswirken
auswählen auszahlung ausziehen auszugeben autofahren autofahrer automobil autonomie backen baden bande banker
barbara barth battle bauarbeiten bauch bauer bauern baute bauten bayer bayern bayerns beachtung beantragen
bearbeitet bearbeitung beate becher becker bedeutung bedeutungen bedienung beeren befahl befand befanden befinde
befinden befohlen befragen befragten begann beginne beginnt begleiten begriffe begriffen begründen begünstigt beides
beigetragen beilage beine beitreten beiträgt beizutragen bekannt bekannter bekennt bekleidung belegt belegte
belegten belgien belgischen bemerkung benannten benutzte benutzten beobachten beraten berechtigung bereiche
bereichen bereite bereiten berge berichte berichten berichtet berufe beruft bescheiden beschissen beschliessen
beschloss beschlossen beschreiben beschuss beschweren beschwert beschäftigen beschäftigt besichtigen besitzt
besprechen beste bestellen besten bestens bestes bestrafen beständig besuchern besuchte besuchten beten betrachtung
betreffen betreiben betreiber betrogen betrug beträgt betteln bettina beurteilen beute bewegen bewegungen bewundern
bezahlte bezahlten biegen biene bienen biete bieten bilde bilden bildes bildung bildungs billy biographie bitten
blake blank blase blauen blick block blume blumen bluse blüte boten brach brachen brain brandt braten brauchten
braunen breit breiter breitet brenner bricht brite briten bruch bräuchten buche bucht busch bände bänder chancen
charles charme claudia claus codex cohen colin commander computern contest costa couch county court cousine daher
dante darum datenbanken datierung dauerhafte dauerhaften dauernd dauert death debüt demokraten dezent dicker dient
diente dienten dimensionen diplomaten direktor disco discounter doktor doris dosen drive droge drohen drohenden
drohte drohungen drücke durchsucht durfte durften döner dürft dürfte dürften edith effekt ehrenamtlich einfällt
eingefallen eingehen eingeholt eingeladen eingelegt eingetragen eingreifen einhalten einlagen einlassen einleiten
einnehmen einstellen eintreten eisen emden emotional emotionalen empfangen empfehlung empört endet engen enger enten
entfallen entfernte entfernten entkommen entscheide entscheiden entscheidend entscheidenden entscheidet entschied
entwerfen erden erfahrung erfahrungen erinnerst erinnerte erlassen erlebnis erlebnisse erledigen erneute erneuten
ernste ernsten ernstes erste erstellte erstellung ersten erstens erstes erwähnung erzählung erzählungen expansion
experte expertise exportiert express fache fahre fahren fahrern falschen falter familien fanden faust feder federn
fehlern feiert feind feinden feiner fertige festung fette fettes feuer fight finde first fischer flach flasche
fliegen flieht flogen flugzeuge flugzeugen flügel flügeln folgend folgte folgten folie folter fordere forderten
formate formen formulierung fortschritte fotografen fotografieren fotografiert fragte fragten fraktionen frauen
freier freiwillig freiwilliger freud freude freuden frisch frische frischen frisches frisst frisur frost frust fähre
fährst fällt fände fängt fügen führer führt führten fürsten galerien galten gamer garantieren garantiert garde
garden garten gasse gassen gebauten gebiet gebiete gebieten gebietes gebot gebote geboten gebraucht gebäuden gedacht
gefühle gefühlt gegebenheiten gehabt gehackt geheilt geholt gehör gehörst gehörte gelang gelben gelder geldes
gelegen gelte gemachten gemalt gemeinden gemeine gemeinsame gemeinsamen gemeinsamer gemeinsames gemischte gemischten
generation genie gerade geraucht gerecht gerechte gerechten gereicht gerichtet gerücht gerüchte geschadet geschafft
geschaut geschehen geschenkt geschickt geschieht geschlechter geschmeckt geschmückt geschwächt geschäfte geschäften
geschätzt gesichert gesicht gesichter gesichtern gesichtet geste gestein gesten gesucht getauft gewalt gewesen
gewährleisten gmünd gnade grace grand grande granit grass grauen grauer grippe grube gruber grunde gründe gründer
grünen gunst gärten handle hause hausen hauses haushalte haushalten haustür heavy hefte heike helfe helft heller
herstellen herstellt hinzuzufügen historie hochladen hochzeiten hockey hoden hohem hoher holen holger holst horst
hosen hunter hände händen hänge höher höhle höhlen hören hörst hörte hürde hürden ideal importiert individuell
individuen individuum industrie infektion infektionen inhalte installiert integrität intensive intention interaktive
interessant interessante interessanten interessanter interessantes interesse interessen interesses interessiert
interessierten interpretiert investiert investoren jahre jahrelang jahres jahreszeiten jahrgänge joker journalismus
journalistin kader kalter kandidatur kanten kanton kantons kanzlerin kanäle kapital karte karten kasse kassen kasten
katar kennzeichnen ketten kindes kirchen kirsten kissen klatschen kleinsten kneipen knoten koche kochen kommentar
kommentieren kongo konkreten konnten konsens konstante konzept konzepte konzerne kotzen krankenhauses krankenhäuser
krasse kratzen kruse kulisse kulissen kulturell kurden kurven kurze kurzen kurzer kurzes käfer könnten kürze kürzen
kürzer kürzere kürzeren küsse küssen küste küsten lagen lagern laien lande landen landes landwirte langem langer
laser lasten laterne laufend laufenden laute lauten lautes lebensmitteln lebensraum lebenszeit lebte lebzeiten
lecker leckere leckeres leder legte lehre lehrern leider leise leiste leisten leiter leiterin leitung leitungen
letzter leuten licht lichts liefern lieferten liessen liest linke lohnt lokaler lunge lungen länger läufer läuft
löcher löhne löste maier malerei manch manches mangelnde mangelt mantel manuel march marie marion market markt
marktes markus maske masken materiellen mauer mayer mediale mediziner meier melde melden merke metal metern methode
metropole meyer miese migranten millimeter minus mister mitarbeit mitarbeitern mitte mitten mobilen modelle modul
mosel motivation musikern mädel mädels märkte märkten münden mütze nahen nahmen nancy nasen nation nimmer nähen
nötigen nüsse objektive objektiven officer orden ordens ordner organisatoren organische organisiert organisierte
organisierten organismus osten packung palace papier papiere parat paris partei parteien partnerin partnern passe
passend patent pater peace pille pilot piper plane planet planungen platt platte platten plattformen platzieren
platzt pläne plätzchen pointe positiven poste potter prager predigt president press presse pressen prime prince
produktion produktionen produktiv professional professor profitieren programmen prost proteine protesten protokolle
präsent prüfen psychologie pumpe pumpen punkt pässe qualifikation quartier quoten rache racing radar radler rahmen
range rasen ratte ratten rauben rechne recht rechten rechter rechts redaktion reduktion referenzen reflexion regel
regen regime regimes region registrieren regnen reiben reiche reichen reiches reichte reife reine reinen reiner
reines reissen reiste reiten reiter rekord relativ relegation renate renner rennt rente renten rentner reserve
retter reuter revolution rezeption richte richtungen riefen riese riesen risse roger roller roten router rover ruder
rumänien runter russe russen räumt römer saale sagen sahen sammlungen sander sanders satzung saufen schacht
schachtel schade schaf schale schauen schauspiel scheiben scheiden scherben schickt schild schildern schlachten
schlafe schlafen schlag schlager schlampen schlange schlangen schlechten schleifen schlichten schlief schlitten
schlugen schläft schläger schneiden schneider schnitte scholl schrauben schrecken schreiber schreibst schreien
schrieben schriften schritt schrott schul schuldigen schulte schulter schultern schulze schumacher schwach schwanz
schwartz schwarzem schwarzen schwarzer schweigen schweiger schweizer schwitzen schwule schwulen schwänze schämen
schüchtern schülern segen sehnen seide seien seife seines sekte sektor selber selten senat senats sende senden
senior senioren senkung serben serbien servieren setze setzen seuche seven shirt shirts short shorts sicht sieht
signatur simulation situationen sitze sitzen sitzplätze skript smart sonder sorge sorgen sorgt sorgte sorgten spare
spart spazieren speed speicher speicherung spencer spendet spielchen spielern spielt spielte spielten spinne spinnen
spoiler sportarten spott sprach spreche sprechen sprich springt späte spürt staat staates staats stade stadt stammen
stand stande standen standorte standorten stange starb starben stark starke starkes starr starren starte starten
startseite stationären statistisch statue steak stecke stecken steffen stehlen steigerung steile steilen stein
steine steinen stell stellte stellten sterbe sterben stern stichwort stick stiel stift stiftungen still stille
stillen stimme stimmten stockholm stollen stone stopfen stopp strache strange streichen streik streiks strengen
strike strömungen stuart studieren studierenden stundenlang städte stände ständen stärke stärkeren stärksten stärkt
stören stört stücke subjekt suchte suchten summer sweet symbole symbolisch syrien systeme säule sünde sünden
tabellen tablet tablets tafeln tageszeitung tante tanzen tasse tasten taylor techniken techniker teile teilnahme
teilnehmen teilten telefonisch temperaturen teuren texte textes there these thomas three tiefer tiger tigers tische
toiletten toren totale tournee trage trailer trainieren trainiert trank trauben traue trauen trauma traut trete
treue trick tricks trier trägt träumt tumor turner türen ueber umsetzen untergehen unterlag unterlassen unterlegen
unterliegen unternommen untersagt unterschriften unterstütze unterstützen unterstützt unterstützte unterstützten
untertanen unterzogen urlauber veranstalten veranstaltet veranstaltete verantwortliche verantwortlichen verbandes
verbessern verbieten verbietet verbleiben verbleibenden verborgen verbund verbände verbänden verdienen verdiente
verdienten verdrängen vereinbaren vereine vereint vereinten verfahren verfahrens verfall verfallen verfassen
verfasste verfilmung verfolge verfolgte verfolgten verfügbaren verfügung verführen vergiftet vergleich vergleiche
vergleichen verglichen verhaftung verhalten verhaltens verhältnisse verkaufte verkauften verklagen verknüpft verlage
verlangen verlangte verlassen verlaufen verlegen verlegung verleiht verleihung verletzen verlieben verlief verlieh
verlieren verlierer verliessen verläuft vermag vermeiden vermeidung vermieden vermissen vermisste vermissten
vermitteln vermittelt vermittler vermittlung vermute vermuten vermutet vermutete vermutung vermutungen verpassen
verrat verraten verrät verschicken verschiebt verschiebung verschieden verschlafen verschoben verschrieben
verschwiegen versetzen versichern versichert versicherte versicherten versorgen versorgung verstand verstehen
versuch versuchs versuchst versuchte versuchten versuchung verteilen vertraue vertrauen vertrauens vertraute
vertrauten vertreten vertreter vertretung verträgt verwandeln verwandelte verwandt verweilen verweisen verwenden
verwendet verwendete verwendeten verwertung verwiesen verwundet verzeichnen verzeichnet verzeihen veröffentlichen
vieler vorbereiten vorgeschlagen vorgetragen vorherige vorherigen vorjahr vorlegen vorlieben vorliegen vorläufer
vornehmen vorrangig vorsitz vorstellen vortag waage wagte wahre wahren wahres wange wangen warfen warme warmen
warmes warnen warnung warnungen warren warst warte warten wegen wehrt weicht weide weiden weile weint weise weisen
weist weite weiten weiter weiters weizen welle wellen welten werft werkstätten werkzeuge werte wertung western wette
wetten wichtige wichtigen wichtiger wichtiges wiederhole wiederholt wiederholte wiederholten wille winde wirkungen
witwe wochenlang wohle wohnwagen wolke world worte worten wortes wortwahl wright wurzel wärme wärst wölfe wünscht
wünschte würstchen youtuber zahle zahlen zeige zeigten zeile zeilen zeiten zeitgeist zeitweise zeugen ziege ziegen
ziehe ziehen zielt zurückgeben zusammenarbeiten zusammenfassen zustande zustände zuständige zuständigen zwecke zähle
zählen ältere älteren ämter ämtern änderungen äusseren äusserung äusserungen überfallen übernachten übernehmen
überraschen überraschung überreicht übersehen übersetzt überstehen überwacht übrige
`;
