import { z } from "zod";
import { type LedgerEntry, MAX_ENTRIES, supersede } from "#core/factory/plan/ledger.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";

export const designSchema = z.object({
  /** Index of the message that the image came with. */
  message: z.number().default(0),
  colors: z
    .object({
      accent: z.string().nullable(),
      background: z.string().nullable(),
      scheme: z.enum(["light", "dark"]),
    })
    .nullable(),
});
type Design = z.input<typeof designSchema>;

const PARTS = ["look.accent", "look.background", "look.scheme"];

/**
 * A plan in the colours of the design image, except those that its message or a later one names; the speech and the ledger
 * state what is used.
 */
export function withDesign(
  answer: ConsultantAnswer,
  { colors, message: since = 0 }: Design,
): ConsultantAnswer {
  const { proposal } = answer;
  if (!proposal) return answer;
  const { specification, ledger = [] } = proposal;
  if (!specification || !colors) {
    const locale = specification?.locale ?? "en";
    const kept = extended(ledger, [refusedEntry(IMAGE[locale].image, locale, since)]);
    return stating(answer, { ...proposal, ledger: kept }, UNUSED[locale]);
  }
  const named = new Set(ledger.filter(({ message }) => message >= since).map(({ by }) => by));
  const { look } = specification;
  const colored: Planned = {
    ...specification,
    look: {
      ...look,
      accent: named.has("look.accent") ? look.accent : (colors.accent ?? look.accent),
      background: named.has("look.background") ? look.background : (colors.background ?? look.background),
      // A light image leaves dark mode to the device.
      scheme: named.has("look.scheme") || colors.scheme === "light" ? look.scheme : "dark",
    },
  };
  const { locale } = specification;
  const entries: LedgerEntry[] = [
    { words: IMAGE[locale].colors, message: since, outcome: "met", by: usedPart(look, colored.look) },
    refusedEntry(IMAGE[locale].layout, locale, since),
  ];
  const words = supersede(
    ledger,
    PARTS.filter((part) => !named.has(part)),
    since,
  );
  const planned = { ...proposal, specification: colored, ledger: extended(words, entries) };
  return stating(answer, planned, USED[locale]);
}

/** The part of the look in which the image is seen first. */
function usedPart(before: Planned["look"], after: Planned["look"]): string {
  const changed = (["accent", "background", "scheme"] as const).find((part) => before[part] !== after[part]);
  return `look.${changed ?? "accent"}`;
}

/** The speech states the same where a ledger has no room. */
function extended(ledger: readonly LedgerEntry[], entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...ledger, ...entries].slice(0, MAX_ENTRIES);
}

function refusedEntry(words: string, locale: Locale, message: number): LedgerEntry {
  return { words, message, outcome: "refused", by: IMAGE[locale].reason };
}

/** The answer with a sentence in the plan's summary, and in the speech if there is room. */
function stating(answer: ConsultantAnswer, proposal: Proposal, sentence: string): ConsultantAnswer {
  const speech = `${answer.speech} ${sentence}`;
  return {
    ...answer,
    proposal: { ...proposal, summary: `${proposal.summary} ${sentence}` },
    speech: speech.length <= MAX_SPEECH ? speech : answer.speech,
  };
}

const MAX_SPEECH = 600;

/** What the ledger calls the image and its parts. */
const IMAGE: Readonly<Record<Locale, Readonly<Record<"image" | "colors" | "layout" | "reason", string>>>> = {
  en: {
    image: "design image",
    colors: "colors of the image",
    layout: "layout of the image",
    reason: "Only a model reads more than colors from an image.",
  },
  de: {
    image: "Entwurfsbild",
    colors: "Farben des Bildes",
    layout: "Aufbau des Bildes",
    reason: "Nur ein Modell liest mehr als Farben aus einem Bild.",
  },
  fr: {
    image: "image de maquette",
    colors: "couleurs de l’image",
    layout: "disposition de l’image",
    reason: "Seul un modèle lit autre chose que les couleurs d’une image.",
  },
  es: {
    image: "imagen de diseño",
    colors: "colores de la imagen",
    layout: "disposición de la imagen",
    reason: "Solo un modelo lee algo más que los colores de una imagen.",
  },
};

const USED: Readonly<Record<Locale, string>> = {
  en: "Without a model, only the colours of your image are used.",
  de: "Ohne Modell werden von Ihrem Bild nur die Farben verwendet.",
  fr: "Sans modèle, seules les couleurs de votre image sont utilisées.",
  es: "Sin un modelo, de su imagen solo se usan los colores.",
};

const UNUSED: Readonly<Record<Locale, string>> = {
  en: "Without a model, your image is kept with the app, but its colours are not used.",
  de: "Ohne Modell wird Ihr Bild mit der App aufbewahrt, seine Farben werden aber nicht verwendet.",
  fr: "Sans modèle, votre image est conservée avec l’application, mais ses couleurs ne sont pas utilisées.",
  es: "Sin un modelo, su imagen se guarda con la aplicación, pero sus colores no se usan.",
};
