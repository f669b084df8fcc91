import type { Locale } from "#core/factory/specification/specification.ts";
import { listed } from "./sentence.ts";

/** How the plan of a blueprint is said in a language. */
interface ToolSpeech {
  /** `kind` is a noun with its article, or a name and it; `features` may be empty. */
  plan(kind: string, features: readonly string[], later: boolean): string;
  /** Whether to build the plan as it is; the features are offered as additions. */
  add(features: readonly string[]): string;
  /** Yes and no. */
  readonly answers: readonly [yes: string, no: string];
}

export const TOOL_SPEECH: Readonly<Record<Locale, ToolSpeech>> = {
  en: {
    plan: (kind, features, later) =>
      `${later ? "The plan is now" : "Here is the plan:"} ${kind}${features.length > 0 ? ` with ${listed(features, "en")}` : ", kept plain"}.`,
    add: (features) => `Shall I build it, or add ${features.join(" or ")} first?`,
    answers: ["Yes", "No"],
  },
  de: {
    plan: (kind, features, later) =>
      `${later ? "Der Plan ist jetzt:" : "Hier ist der Plan:"} ${kind}${features.length > 0 ? `. Dabei sind: ${listed(features, "de")}` : ", ganz schlicht"}.`,
    add: (features) => `Soll ich das bauen, oder soll noch etwas dazu: ${features.join(" oder ")}?`,
    answers: ["Ja", "Nein"],
  },
  fr: {
    plan: (kind, features, later) =>
      `${later ? "Le plan est maintenant :" : "Voici le plan :"} ${kind}${features.length > 0 ? `, avec : ${listed(features, "fr")}` : ", sans rien de plus"}.`,
    add: (features) => `Dois-je construire cela, ou faut-il encore ajouter : ${features.join(" ou ")} ?`,
    answers: ["Oui", "Non"],
  },
  es: {
    plan: (kind, features, later) =>
      `${later ? "El plan es ahora:" : "Este es el plan:"} ${kind}${features.length > 0 ? `. Incluye: ${listed(features, "es")}` : ", sin nada más"}.`,
    add: (features) => `¿Lo construyo, o hay que añadir algo antes: ${features.join(" o ")}?`,
    answers: ["Sí", "No"],
  },
};
