import { z } from "zod";
import { quoteFor } from "#core/factory/documentation/quote.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { answerAside } from "#local/brain/asides/aside.ts";
import { instructionIn } from "#local/brain/asides/instruction.ts";
import { spokenKinds } from "#local/brain/catalogue.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { answerAboutMissions } from "./mission-answer.ts";
import { translationOf } from "./translated-questions.ts";

const missionSchema = z.object({ id: z.string(), title: z.string(), phase: z.string() });
const passageSchema = z.object({ title: z.string(), path: z.string(), text: z.string() });

export const chatInputSchema = z.object({
  question: z.string(),
  documentation: z.array(passageSchema).default([]),
  context: z.object({ missions: z.array(missionSchema) }).optional(),
});

export interface ChatAnswer {
  readonly answer: string;
  /** The paths of the passages that it repeats. */
  readonly sources: readonly string[];
}

/**
 * Answers a question about the tenant's own missions, or quotes the passage of the documentation that is about all that
 * the question names; for any other question, replies that it cannot answer.
 */
export function chat({ question, documentation, context }: z.output<typeof chatInputSchema>): ChatAnswer {
  const own = ownReply(question) ?? answerAboutMissions(question, context?.missions ?? []);
  if (own !== null) return { answer: own, sources: [] };
  const locale = localeOf(tokensOf(question), "en") ?? "en";
  const quote = quoteFor(question, documentation);
  if (quote === null) return { answer: UNKNOWN[locale](), sources: [] };
  const { path } = quote.passage;
  return { answer: translationOf(path, locale) ?? `${IN_ENGLISH[locale]}${quote.text}`, sources: [path] };
}

/** The reply to an instruction to the brain itself. */
const ownReply = (question: string): string | null =>
  instructionIn(question) === null ? null : (answerAside(question, null)?.speech ?? null);

/** Before a passage that is quoted in English to a question in another language. */
const IN_ENGLISH: Readonly<Record<Locale, string>> = {
  en: "",
  de: "Die Dokumentation sagt dazu auf Englisch: ",
  fr: "La documentation dit à ce sujet, en anglais : ",
  es: "La documentación dice al respecto, en inglés: ",
};

const UNKNOWN: Readonly<Record<Locale, () => string>> = {
  en: () =>
    `I am the offline brain: I am not a model and only quote the documentation of Gantry, in which I found no answer. I can plan ${spokenKinds()}. Connect a model for other questions.`,
  de: () =>
    "Ich bin das Offline-Programm und kein Modell: Ich gebe nur die Dokumentation von Gantry wieder und habe darin keine Antwort gefunden. Verbinden Sie für andere Fragen ein Modell.",
  fr: () =>
    "Je suis le programme hors ligne et non un modèle : je ne cite que la documentation de Gantry, et je n'y ai pas trouvé de réponse. Connectez un modèle pour d'autres questions.",
  es: () =>
    "Soy el programa sin conexión y no un modelo: solo cito la documentación de Gantry y no he encontrado ahí una respuesta. Conecte un modelo para otras preguntas.",
};
