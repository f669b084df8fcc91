import type { Locale } from "#core/factory/specification/specification.ts";

/** What the offline brain says about a request that it has read, in the person's language. */
interface Speech {
  plan(name: string, records: string, later: boolean): string;
  summary(records: string, extras: string): string;
  refused(words: string): string;
  build: string;
  /** Of "both" or "the first" where nothing was asked. */
  noChoice: string;
  /** Of thanks or a greeting. */
  courtesy: string;
  without: string;
  details(noun: string): string;
  detailsWhy: string;
  mean(words: readonly string[]): string;
  meanWhy(typed: readonly string[]): string;
  offer(records: string): string;
  offerWhy(what: string, reason: string): string;
  forWhom: string;
  notRecords(what: string): string;
  records: string;
  tooLong: string;
  and: string;
}

export const SPEECH: Readonly<Record<Locale, Speech>> = {
  en: {
    plan: (name, records, later) =>
      `${later ? "The plan is now" : "Here is the plan:"} ${name}, an app that keeps ${records}.`,
    summary: (records, extras) =>
      `An app that keeps ${records}${extras ? `, with ${extras}` : ""}. The records stay in the browser.`,
    refused: (words) => `Not possible without a model: ${words}.`,
    build: "Shall I build it?",
    noChoice: "There is nothing to choose from; the plan stays as it is.",
    courtesy: "With pleasure.",
    without: "Shall I plan it without that?",
    details: (noun) => `Which details should ${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun} have?`,
    detailsWhy: "I can build an app that keeps these records, once I know their details.",
    mean: (words) => `Did you mean ${words.map((word) => `“${word}”`).join(" and ")}?`,
    meanWhy: (typed) =>
      `I do not know the ${typed.length > 1 ? "words" : "word"} ${typed.map((word) => `“${word}”`).join(" and ")}.`,
    offer: (records) => `Shall I plan an app that keeps ${records} instead?`,
    offerWhy: (what, reason) => `I cannot build “${what}” without a model. ${reason}`,
    forWhom: "I can plan the app once I know what it keeps.",
    notRecords: (what) =>
      `I cannot build “${what}” without a model; offline I build apps that keep records, such as recipes, customers or habits.`,
    records: "What should the app keep?",
    tooLong: "The request is too long to be read without a model. Please describe the app in fewer words.",
    and: "and",
  },
  de: {
    plan: (name, records, later) =>
      `${later ? "Der Plan ist jetzt" : "Hier ist der Plan:"} ${name}, eine App für ${records}.`,
    summary: (records, extras) =>
      `Eine App für ${records}${extras ? `, mit ${extras}` : ""}. Die Daten bleiben im Browser.`,
    refused: (words) => `Ohne Modell nicht möglich: ${words}.`,
    build: "Soll ich das bauen?",
    noChoice: "Es gibt nichts auszuwählen; der Plan bleibt, wie er ist.",
    courtesy: "Gern.",
    without: "Soll ich sie ohne das planen?",
    details: (noun) => `Welche Angaben soll jeder Eintrag „${noun}“ haben?`,
    detailsWhy: "Ich kann eine App bauen, die diese Einträge verwaltet, sobald ich ihre Angaben kenne.",
    mean: (words) => `Meinten Sie ${words.map((word) => `„${word}“`).join(" und ")}?`,
    meanWhy: (typed) =>
      `Ich kenne ${typed.length > 1 ? "die Wörter" : "das Wort"} ${typed.map((word) => `„${word}“`).join(" und ")} nicht.`,
    offer: (records) => `Soll ich stattdessen eine App für ${records} planen?`,
    offerWhy: (what, reason) => `„${what}“ kann ich ohne Modell nicht bauen. ${reason}`,
    forWhom: "Ich kann die App planen, sobald ich weiß, was sie verwaltet.",
    notRecords: (what) =>
      `„${what}“ kann ich ohne Modell nicht bauen; offline baue ich Apps, die Einträge verwalten, etwa Rezepte, Kunden oder Gewohnheiten.`,
    records: "Was soll die App verwalten?",
    tooLong:
      "Die Anfrage ist zu lang, um sie ohne Modell zu lesen. Bitte beschreiben Sie die App in weniger Worten.",
    and: "und",
  },
  fr: {
    plan: (name, records, later) =>
      `${later ? "Le plan est maintenant" : "Voici le plan :"} ${name}, une application pour ${records}.`,
    summary: (records, extras) =>
      `Une application pour ${records}${extras ? `, avec ${extras}` : ""}. Les données restent dans le navigateur.`,
    refused: (words) => `Impossible sans modèle : ${words}.`,
    build: "Dois-je construire cela ?",
    noChoice: "Il n'y a rien à choisir ; le plan reste tel quel.",
    courtesy: "Avec plaisir.",
    without: "Dois-je la planifier sans cela ?",
    details: (noun) => `Quels détails une fiche « ${noun} » doit-elle avoir ?`,
    detailsWhy: "Je peux construire une application qui garde ces fiches dès que je connais leurs détails.",
    mean: (words) => `Vouliez-vous dire ${words.map((word) => `« ${word} »`).join(" et ")} ?`,
    meanWhy: (typed) =>
      `Je ne connais pas ${typed.length > 1 ? "les mots" : "le mot"} ${typed.map((word) => `« ${word} »`).join(" et ")}.`,
    offer: (records) => `Dois-je plutôt prévoir une application pour ${records} ?`,
    offerWhy: (what, reason) => `Je ne peux pas construire « ${what} » sans modèle. ${reason}`,
    forWhom: "Je peux planifier l'application dès que je sais ce qu'elle doit garder.",
    notRecords: (what) =>
      `Je ne peux pas construire « ${what} » sans modèle ; hors ligne, je construis des applications qui gardent des fiches, comme des recettes, des clients ou des habitudes.`,
    records: "Que doit garder l'application ?",
    tooLong: "La demande est trop longue pour être lue sans modèle. Décrivez l'application en moins de mots.",
    and: "et",
  },
  es: {
    plan: (name, records, later) =>
      `${later ? "El plan es ahora" : "Este es el plan:"} ${name}, una aplicación para ${records}.`,
    summary: (records, extras) =>
      `Una aplicación para ${records}${extras ? `, con ${extras}` : ""}. Los datos se quedan en el navegador.`,
    refused: (words) => `No es posible sin un modelo: ${words}.`,
    build: "¿Lo construyo?",
    noChoice: "No hay nada que elegir; el plan queda como está.",
    courtesy: "Con mucho gusto.",
    without: "¿La planifico sin eso?",
    details: (noun) => `¿Qué detalles debe tener cada ficha «${noun}»?`,
    detailsWhy: "Puedo crear una aplicación que guarde estas fichas en cuanto conozca sus detalles.",
    mean: (words) => `¿Quería decir ${words.map((word) => `«${word}»`).join(" y ")}?`,
    meanWhy: (typed) =>
      `No conozco ${typed.length > 1 ? "las palabras" : "la palabra"} ${typed.map((word) => `«${word}»`).join(" y ")}.`,
    offer: (records) => `¿Planifico en su lugar una aplicación para ${records}?`,
    offerWhy: (what, reason) => `No puedo crear «${what}» sin un modelo. ${reason}`,
    forWhom: "Puedo planificar la aplicación en cuanto sepa qué debe guardar.",
    notRecords: (what) =>
      `No puedo crear «${what}» sin un modelo; sin conexión creo aplicaciones que guardan fichas, como recetas, clientes o hábitos.`,
    records: "¿Qué debe guardar la aplicación?",
    tooLong:
      "La petición es demasiado larga para leerla sin un modelo. Describa la aplicación con menos palabras.",
    and: "y",
  },
};
