import type { Plan } from "#core/factory/plan/plan.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";
import type { FeatureSwitch } from "#core/factory/plan/switch.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

interface SwitchWords {
  /** What a person asks for with switches. */
  readonly leaveOut: string;
  readonly include: string;
  /** What became of it. */
  readonly leftOut: string;
  readonly included: string;
  readonly deploy: string;
  readonly publish: string;
  readonly yes: string;
  readonly no: string;
}

const WORDS: Readonly<Record<Locale, SwitchWords>> = {
  en: {
    leaveOut: "Leave out",
    include: "Include",
    leftOut: "Left out",
    included: "Included again",
    deploy: "Put it live",
    publish: "Open a pull request",
    yes: "yes",
    no: "no",
  },
  de: {
    leaveOut: "Weglassen",
    include: "Aufnehmen",
    leftOut: "Weggelassen",
    included: "Wieder dabei",
    deploy: "Live schalten",
    publish: "Pull Request öffnen",
    yes: "ja",
    no: "nein",
  },
  fr: {
    leaveOut: "Retirer",
    include: "Ajouter",
    leftOut: "Retiré",
    included: "De nouveau présent",
    deploy: "Mettre en ligne",
    publish: "Ouvrir une pull request",
    yes: "oui",
    no: "non",
  },
  es: {
    leaveOut: "Quitar",
    include: "Añadir",
    leftOut: "Quitado",
    included: "Incluido de nuevo",
    deploy: "Publicar la aplicación",
    publish: "Abrir una pull request",
    yes: "sí",
    no: "no",
  },
};

type Titled = Pick<Plan, "features" | "specification">;

/** What happens to the app, as far as it is switched. */
type Settings = Partial<Pick<Plan, "deploy" | "publish">>;

/** What a person says with switches of a plan, in its language: `Leave out: Search plants. Put it live: no.` */
export function switchMessage(
  plan: Titled,
  switches: readonly FeatureSwitch[],
  settings: Settings = {},
): string {
  const { leaveOut, include } = WORDS[planLocale(plan)];
  return [sentences(plan, switches, leaveOut, include), settingSentences(plan, settings)].join(" ").trim();
}

/** What became of the switches of a turn, in the language of the plan: `Left out: Search plants. Put it live: no.` */
export function switchedSpeech(
  plan: Titled,
  switches: readonly FeatureSwitch[],
  settings: Settings = {},
): string {
  const { leftOut, included } = WORDS[planLocale(plan)];
  return [sentences(plan, switches, leftOut, included), settingSentences(plan, settings)].join(" ").trim();
}

function settingSentences(plan: Titled, settings: Settings): string {
  const words = WORDS[planLocale(plan)];
  return (["deploy", "publish"] as const)
    .filter((setting) => settings[setting] !== undefined)
    .map((setting) => `${words[setting]}: ${settings[setting] ? words.yes : words.no}.`)
    .join(" ");
}

/** All that is switched off in a plan, as a sentence in its language. */
export function leftOutSentence(plan: Titled): string {
  const off = plan.features.filter(({ switched_off }) => switched_off);
  return switchedSpeech(
    plan,
    off.map(({ id }) => ({ id, included: false })),
  );
}

function sentences(
  { features }: Titled,
  switches: readonly FeatureSwitch[],
  off: string,
  on: string,
): string {
  const titles = (included: boolean) =>
    switches
      .filter((each) => each.included === included)
      .map(({ id }) => features.find((each) => each.id === id)?.title ?? id)
      .join("; ");
  return [
    [off, titles(false)],
    [on, titles(true)],
  ]
    .filter(([, named]) => named !== "")
    .map(([start, named]) => `${start}: ${named}.`)
    .join(" ");
}
