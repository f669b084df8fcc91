import { z } from "zod";
import type { Proposal } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";

export const designSchema = z.object({
  colors: z
    .object({
      accent: z.string().nullable(),
      background: z.string().nullable(),
      scheme: z.enum(["light", "dark"]),
    })
    .nullable(),
});
type Design = z.infer<typeof designSchema>;

/** A plan in the colours of the design image, except those that the messages name; the speech states what is used. */
export function withDesign(answer: ConsultantAnswer, { colors }: Design): ConsultantAnswer {
  const { proposal } = answer;
  if (!proposal) return answer;
  const { specification, ledger = [] } = proposal;
  if (!specification || !colors) return stating(answer, proposal, UNUSED[specification?.locale ?? "en"]);
  const named = new Set(ledger.map(({ by }) => by));
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
  return stating(answer, { ...proposal, specification: colored }, USED[specification.locale]);
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
