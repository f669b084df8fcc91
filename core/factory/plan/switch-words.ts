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
}

const WORDS: Readonly<Record<Locale, SwitchWords>> = {
  en: { leaveOut: "Leave out", include: "Include", leftOut: "Left out", included: "Included again" },
  de: { leaveOut: "Weglassen", include: "Aufnehmen", leftOut: "Weggelassen", included: "Wieder dabei" },
  fr: { leaveOut: "Retirer", include: "Ajouter", leftOut: "Retiré", included: "De nouveau présent" },
  es: { leaveOut: "Quitar", include: "Añadir", leftOut: "Quitado", included: "Incluido de nuevo" },
};

type Titled = Pick<Plan, "features" | "specification">;

/** What a person says with switches of a plan, in its language: `Leave out: Search plants.` */
export function switchMessage(plan: Titled, switches: readonly FeatureSwitch[]): string {
  const { leaveOut, include } = WORDS[planLocale(plan)];
  return sentences(plan, switches, leaveOut, include);
}

/** What became of the switches of a turn, in the language of the plan: `Left out: Search plants.` */
export function switchedSpeech({
  features,
  offered,
}: {
  readonly features: readonly FeatureSwitch[];
  readonly offered: Titled;
}): string {
  const { leftOut, included } = WORDS[planLocale(offered)];
  return sentences(offered, features, leftOut, included);
}

/** All that is switched off in a plan, as a sentence in its language. */
export function leftOutSentence(plan: Titled): string {
  const off = plan.features.filter(({ switched_off }) => switched_off);
  return switchedSpeech({ features: off.map(({ id }) => ({ id, included: false })), offered: plan });
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
