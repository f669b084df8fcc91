import type { Locale, Specification } from "#core/factory/specification/specification.ts";
import { behavioursOf } from "./behaviours.ts";
import { bindEntities } from "./bind.ts";
import { type Draft, label } from "./draft.ts";
import { viewsOf } from "./views.ts";

const CURRENCY: Readonly<Record<Locale, string>> = { en: "USD", de: "EUR", fr: "EUR", es: "EUR" };

/** The specification that a draft stands for. */
export function assemble(draft: Draft): Specification {
  const entities = bindEntities(draft);
  return {
    version: 1,
    kind: "app",
    name: draft.name ?? label(draft.title ?? draft.entities[0]?.plural ?? "App"),
    locale: draft.locale,
    currency: draft.currency ?? CURRENCY[draft.locale],
    look: {
      accent: draft.accent,
      background: draft.background,
      density: "comfortable",
      scheme: draft.scheme,
    },
    entities,
    views: viewsOf(draft, entities),
    behaviours: behavioursOf(draft, entities),
  };
}
