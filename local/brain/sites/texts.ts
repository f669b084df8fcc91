import type { Locale } from "#core/factory/specification/specification.ts";

interface Pair {
  readonly name: string;
  readonly text: string;
}

/** Texts that suit any site and state nothing of a business. */
interface SiteTexts {
  /** Of a trade that has no copy of its own. */
  headline(trade: string): string;
  about(trade: string): string;
  readonly offers: readonly string[];
  readonly steps: readonly Pair[];
  readonly faq: readonly Pair[];
  readonly event: string;
  readonly post: string;
  summary(name: string, trade: string): string;
  plan(name: string, sections: string, later: boolean): string;
  suggestions(placeholders: number): string;
  refused(words: string): string;
  readonly build: string;
  readonly untitled: string;
}

/** A name with the trade, unless the name is the trade. */
const called = (name: string, trade: string): string =>
  name.toLocaleLowerCase() === trade.toLocaleLowerCase() ? name : `${name} (${trade})`;

export const TEXTS: Readonly<Record<Locale, SiteTexts>> = {
  en: {
    headline: (trade) => `Welcome to ${trade}`,
    about: (trade) => `This page is about ${trade}. Look around, and get in touch.`,
    offers: ["What we do", "For whom", "How to begin"],
    steps: [
      { name: "Tell us what you need", text: "A call or a message is enough." },
      { name: "We make a proposal", text: "You know what happens, and what it costs, before it begins." },
      { name: "We begin", text: "And keep in touch until it is done." },
    ],
    faq: [
      { name: "How can I reach you?", text: "Call or write. Both are at the end of this page." },
      { name: "Can I ask before I decide?", text: "Yes. Asking costs nothing." },
    ],
    event: "Your next event",
    post: "A first note",
    summary: (name, trade) => `${called(name, trade)}: a page that loads at once and works on every device.`,
    plan: (name, sections, later) =>
      `${later ? "The plan is now" : "Here is the plan:"} ${name}, a page with ${sections}.`,
    suggestions: (count) =>
      count === 0
        ? "The texts are suggestions."
        : `The texts are suggestions, and ${count === 1 ? "one place is" : `${count} places are`} marked for you to replace.`,
    refused: (words) => `Not possible on a page without a server: ${words}.`,
    build: "Shall I build it?",
    untitled: "Welcome",
  },
  de: {
    headline: (trade) => `Willkommen: ${trade}`,
    about: (trade) => `Auf dieser Seite geht es um: ${trade}. Sehen Sie sich um, und melden Sie sich.`,
    offers: ["Was wir tun", "Für wen", "So geht es los"],
    steps: [
      { name: "Sagen Sie, was Sie brauchen", text: "Ein Anruf oder eine Nachricht genügt." },
      { name: "Wir machen einen Vorschlag", text: "Sie wissen vorher, was geschieht und was es kostet." },
      { name: "Wir fangen an", text: "Und bleiben in Kontakt, bis alles fertig ist." },
    ],
    faq: [
      {
        name: "Wie erreiche ich Sie?",
        text: "Rufen Sie an oder schreiben Sie. Beides steht am Ende der Seite.",
      },
      { name: "Kann ich vorher fragen?", text: "Ja. Fragen kostet nichts." },
    ],
    event: "Ihr nächster Termin",
    post: "Eine erste Nachricht",
    summary: (name, trade) =>
      `${called(name, trade)}: eine Seite, die sofort lädt und auf jedem Gerät läuft.`,
    plan: (name, sections, later) =>
      `${later ? "Der Plan ist jetzt" : "Hier ist der Plan:"} ${name}, eine Seite mit ${sections}.`,
    suggestions: (count) =>
      count === 0
        ? "Die Texte sind Vorschläge."
        : `Die Texte sind Vorschläge, und ${count === 1 ? "eine Stelle ist" : `${count} Stellen sind`} zum Ersetzen markiert.`,
    refused: (words) => `Auf einer Seite ohne Server nicht möglich: ${words}.`,
    build: "Soll ich sie bauen?",
    untitled: "Willkommen",
  },
  fr: {
    headline: (trade) => `Bienvenue : ${trade}`,
    about: (trade) => `Cette page parle de : ${trade}. Regardez, et écrivez-nous.`,
    offers: ["Ce que nous faisons", "Pour qui", "Pour commencer"],
    steps: [
      { name: "Dites-nous ce qu’il vous faut", text: "Un appel ou un message suffit." },
      { name: "Nous faisons une proposition", text: "Vous savez ce qui se passe et ce que cela coûte." },
      { name: "Nous commençons", text: "Et nous restons en contact jusqu’au bout." },
    ],
    faq: [
      { name: "Comment vous joindre ?", text: "Appelez ou écrivez. Les deux sont en bas de la page." },
      { name: "Puis-je demander avant de décider ?", text: "Oui. Demander ne coûte rien." },
    ],
    event: "Votre prochain événement",
    post: "Une première note",
    summary: (name, trade) =>
      `${called(name, trade)} : une page qui s’affiche tout de suite sur chaque appareil.`,
    plan: (name, sections, later) =>
      `${later ? "Le plan est maintenant" : "Voici le plan :"} ${name}, une page avec ${sections}.`,
    suggestions: (count) =>
      count === 0
        ? "Les textes sont des propositions."
        : `Les textes sont des propositions, et ${count === 1 ? "un endroit est marqué" : `${count} endroits sont marqués`} à remplacer.`,
    refused: (words) => `Impossible sur une page sans serveur : ${words}.`,
    build: "Dois-je la construire ?",
    untitled: "Bienvenue",
  },
  es: {
    headline: (trade) => `Bienvenida: ${trade}`,
    about: (trade) => `Esta página trata de: ${trade}. Echa un vistazo y escríbenos.`,
    offers: ["Qué hacemos", "Para quién", "Cómo empezar"],
    steps: [
      { name: "Dinos qué necesitas", text: "Basta una llamada o un mensaje." },
      { name: "Hacemos una propuesta", text: "Sabes qué pasa y cuánto cuesta antes de empezar." },
      { name: "Empezamos", text: "Y seguimos en contacto hasta terminar." },
    ],
    faq: [
      { name: "¿Cómo os encuentro?", text: "Llama o escribe. Ambas cosas están al final de la página." },
      { name: "¿Puedo preguntar antes de decidir?", text: "Sí. Preguntar no cuesta nada." },
    ],
    event: "Tu próximo evento",
    post: "Una primera nota",
    summary: (name, trade) =>
      `${called(name, trade)}: una página que carga al instante y funciona en cada dispositivo.`,
    plan: (name, sections, later) =>
      `${later ? "El plan es ahora" : "Este es el plan:"} ${name}, una página con ${sections}.`,
    suggestions: (count) =>
      count === 0
        ? "Los textos son sugerencias."
        : `Los textos son sugerencias, y ${count === 1 ? "un lugar está marcado" : `${count} lugares están marcados`} para reemplazar.`,
    refused: (words) => `No es posible en una página sin servidor: ${words}.`,
    build: "¿La construyo?",
    untitled: "Bienvenida",
  },
};

/** Texts of the pages of one person, where they differ. */
export const TEXTS_OF_ONE: Readonly<Record<Locale, Readonly<Partial<Pick<SiteTexts, "steps" | "faq">>>>> = {
  en: {
    steps: [
      { name: "Tell me what you need", text: "A call or a message is enough." },
      { name: "I make a proposal", text: "You know what happens, and what it costs, before it begins." },
      { name: "I begin", text: "And keep in touch until it is done." },
    ],
  },
  de: {
    steps: [
      { name: "Sagen Sie, was Sie brauchen", text: "Ein Anruf oder eine Nachricht genügt." },
      { name: "Ich mache einen Vorschlag", text: "Sie wissen vorher, was geschieht und was es kostet." },
      { name: "Ich fange an", text: "Und bleibe in Kontakt, bis alles fertig ist." },
    ],
  },
  fr: {
    steps: [
      { name: "Dites-moi ce qu’il vous faut", text: "Un appel ou un message suffit." },
      { name: "Je fais une proposition", text: "Vous savez ce qui se passe et ce que cela coûte." },
      { name: "Je commence", text: "Et je reste en contact jusqu’au bout." },
    ],
  },
  es: {
    steps: [
      { name: "Dime qué necesitas", text: "Basta una llamada o un mensaje." },
      { name: "Hago una propuesta", text: "Sabes qué pasa y cuánto cuesta antes de empezar." },
      { name: "Empiezo", text: "Y sigo en contacto hasta terminar." },
    ],
    faq: [
      { name: "¿Cómo te encuentro?", text: "Llama o escribe. Ambas cosas están al final de la página." },
      { name: "¿Puedo preguntar antes de decidir?", text: "Sí. Preguntar no cuesta nada." },
    ],
  },
};
