import type { ShownPlan } from "#sdk/typescript/api.ts";
import type { Catalogue } from "../words/en/catalogue.ts";
import { rowsOf } from "./outline-rows.ts";

/** Everything that a plan says, one line each. */
export function linesOf(words: Catalogue, shown: ShownPlan): string[] {
  const { title, summary, features, acceptance, specification, change, deploy, publish } = shown;
  const { plan } = words;
  return [
    title,
    summary,
    ...(change?.edits ?? []),
    ...features.map((feature) =>
      feature.included ? feature.title : `${feature.title} ${plan.leftOutFeature}`,
    ),
    ...acceptance,
    ...(specification ? rowsOf(words, specification) : []).flatMap(([term, items]) =>
      [...new Set(items)].map((item) => `${term}: ${item}`),
    ),
    plan.lives[deploy ? "on" : "off"],
    plan.publishes[publish ? "on" : "off"],
  ];
}

/** The lines that one plan has and another has not. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function changesBetween(before: readonly string[], after: readonly string[]): Changes {
  const [was, is] = [new Set(before), new Set(after)];
  return {
    added: [...is].filter((line) => !was.has(line)),
    removed: [...was].filter((line) => !is.has(line)),
  };
}
