import type { Locale } from "#core/factory/specification/specification.ts";

/** Words of a question about a plan, by language; in the form of `keysOf`. */
export type TopicWords = Readonly<Record<Locale, string>>;

/** What people ask beside a plan, with the words that only such a question has. */
export const TOPICS = {
  cost: {
    en: "cost price expensive cheap free charge charged pay paid money fee bill billed",
    de: "kosten kostet kostenlos preis teuer billig gratis umsonst geld bezahlen zahlen gebühr",
    fr: "coût coûte coûter coûtera prix cher gratuit payer payant argent frais",
    es: "cuesta cuestan costar costará precio caro gratis pagar pago dinero coste costo",
  },
  time: {
    en: "long take time ready finished done fast soon when minute hour duration wait",
    de: "lange dauert dauern dauer fertig wann bald schnell minute minuten stunde stunden warten zeit",
    fr: "temps dure durer durée prêt prête quand bientôt minute heure attendre",
    es: "tiempo tarda tardará tardar listo lista cuándo pronto minuto hora esperar dura",
  },
  stack: {
    en: "stack technology technologies framework language programming tech",
    de: "technik technologie technologien framework sprache programmiersprache stack",
    fr: "technologie technologies framework langage pile technique techniques",
    es: "tecnología tecnologías framework lenguaje programación pila",
  },
  abilities: {
    en: "you able capable kind kinds sort sorts apps",
    de: "kannst du können möglich bauen",
    fr: "tu vous sais capable faire construire créer",
    es: "puedes sabes capaz hacer construir crear podéis",
  },
  data: {
    en: "data stored saved kept store private privacy server where see visible",
    de: "daten gespeichert speichern privat server wo datenschutz sehen sichtbar",
    fr: "données stockées enregistrées conservées privé privées serveur où voir visible",
    es: "datos guardan guardados almacenan privado privados servidor dónde ver visible",
  },
  next: {
    en: "next happen after then afterwards confirm",
    de: "passiert danach nächstes weiter bestätige bestätigung",
    fr: "ensuite après passe suite confirme",
    es: "después pasa siguiente luego confirmo sucede",
  },
  code: {
    en: "code source own github repository mine download go goes land end",
    de: "code quellcode gehört github repository mir herunterladen bekomme",
    fr: "code source appartient github dépôt télécharger obtenir",
    es: "código fuente mío github repositorio descargar obtengo",
  },
  change: {
    en: "change later modify afterwards adjust possible",
    de: "ändern später anpassen nachträglich verändern",
    fr: "changer modifier plus tard ajuster après",
    es: "cambiar modificar tarde después ajustar",
  },
  devices: {
    en: "phone mobile tablet computer laptop browser iphone android work run device",
    de: "handy smartphone tablet computer rechner browser läuft funktioniert gerät",
    fr: "téléphone mobile tablette ordinateur navigateur marche fonctionne appareil",
    es: "teléfono móvil tableta ordenador navegador funciona dispositivo",
  },
  safety: {
    en: "safe secure tested test trust verify verified quality",
    de: "sicher getestet geprüft prüfen vertrauen qualität",
    fr: "sûr sûre sécurisé testé testée vérifié vérifiée qualité confiance",
    es: "seguro segura probado probada verificado verificada calidad confianza",
  },
} as const satisfies Readonly<Record<string, TopicWords>>;

export type Topic = keyof typeof TOPICS;

/** Words that any question has. */
export const QUESTION_WORDS: TopicWords = {
  en: `what whats how which why who whose can could do doe does did will would is are be was has have had there it its
    this that the a an i you we they me my your our to of for in on at with by from about if or and so much many
    anything something everything any some now here get got make made build built use used using app application plan
    thing site page tool work need please tell where builds else mission gantry project`,
  de: `was wie welche welcher welches warum wer wem kann könnte werden wird würde ist sind hat habe haben gibt es das der
    die dem den ein eine ich du wir man mir mich dein mein zu von für in im am auf mit bei und oder wenn so viel viele
    etwas alles jetzt hier machen gemacht gebaut verwendet app anwendung plan noch damit als sie bitte wo sonst außerdem denn eigentlich build mission gantry projekt`,
  fr: `que quoi quel quelle quels quelles comment pourquoi qui combien est-ce est ce sont a ai as y il elle on le la les l
    un une je tu nous vous me mon ma ton votre de d du des pour dans sur avec par et ou si c ça cela quelque chose tout
    maintenant ici fait utilisé va faudra prend prendra d'autre autre encore peux peut pouvez application app plan se t qu s où build mission gantry projet`,
  es: `qué que cómo cuál cuáles por quién cuánto cuánta cuántos es son está están hay ha he tiene tengo se lo la el los las
    un una yo tú nosotros me mi tu su de del para en con y o si esto eso algo todo ahora aquí hecho hecha usa usado
    aplicación app plan va a será más otra otras además puedo puede dónde build misión gantry proyecto`,
};
