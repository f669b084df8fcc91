import type { Locale } from "#core/factory/specification/specification.ts";

/** What a consultation says by itself, without the consultant. */
interface Sentences {
  readonly unanswered: string;
  readonly confirmed: (title: string) => string;
  readonly rejected: string;
}

export const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: {
    unanswered: "I have not answered your last message yet.",
    confirmed: (title) => `Confirmed. Building ${title} now.`,
    rejected: "The plan was rejected. Tell me what to change.",
  },
  de: {
    unanswered: "Ich habe auf Ihre letzte Nachricht noch nicht geantwortet.",
    confirmed: (title) => `Bestätigt. ${title} wird jetzt gebaut.`,
    rejected: "Der Plan wurde abgelehnt. Sagen Sie mir, was anders sein soll.",
  },
  fr: {
    unanswered: "Je n’ai pas encore répondu à votre dernier message.",
    confirmed: (title) => `Confirmé. Je construis ${title} maintenant.`,
    rejected: "Le plan a été refusé. Dites-moi ce qu’il faut changer.",
  },
  es: {
    unanswered: "Todavía no he respondido a su último mensaje.",
    confirmed: (title) => `Confirmado. Ahora construyo ${title}.`,
    rejected: "El plan fue rechazado. Dígame qué debo cambiar.",
  },
};
