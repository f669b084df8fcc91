import type { Locale } from "#core/factory/specification/specification.ts";

/** What a consultation says by itself, without the consultant. */
interface Sentences {
  readonly unanswered: string;
  readonly planning: string;
  readonly confirmed: (title: string) => string;
  readonly rejected: string;
  /** Follows a plan that is too long to be spoken. */
  readonly unspoken: string;
}

export const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: {
    unanswered: "I have not answered your last message yet.",
    planning: "This plan takes a little longer. Say yes in a minute to hear it.",
    confirmed: (title) => `Confirmed. Building ${title} now.`,
    rejected: "The plan was rejected. Tell me what to change.",
    unspoken: "The plan says more; read it before you say yes.",
  },
  de: {
    unanswered: "Ich habe auf Ihre letzte Nachricht noch nicht geantwortet.",
    planning: "Dieser Plan dauert etwas länger. Sagen Sie in einer Minute Ja, um ihn zu hören.",
    confirmed: (title) => `Bestätigt. ${title} wird jetzt gebaut.`,
    rejected: "Der Plan wurde abgelehnt. Sagen Sie mir, was anders sein soll.",
    unspoken: "Im Plan steht noch mehr; lesen Sie ihn, bevor Sie Ja sagen.",
  },
  fr: {
    unanswered: "Je n’ai pas encore répondu à votre dernier message.",
    planning: "Ce plan demande un peu plus de temps. Dites oui dans une minute pour l’entendre.",
    confirmed: (title) => `Confirmé. Je construis ${title} maintenant.`,
    rejected: "Le plan a été refusé. Dites-moi ce qu’il faut changer.",
    unspoken: "Le plan en dit plus ; lisez-le avant de dire oui.",
  },
  es: {
    unanswered: "Todavía no he respondido a su último mensaje.",
    planning: "Este plan tarda un poco más. Diga sí dentro de un minuto para oírlo.",
    confirmed: (title) => `Confirmado. Ahora construyo ${title}.`,
    rejected: "El plan fue rechazado. Dígame qué debo cambiar.",
    unspoken: "El plan dice más; léalo antes de decir que sí.",
  },
};
