import type { Locale, Specification } from "#core/factory/specification/specification.ts";
import { themeOf } from "#core/factory/themes/themes.ts";
import { behavioursOf } from "./behaviours.ts";
import { bindEntities } from "./bind.ts";
import { type Draft, label } from "./draft.ts";
import { viewsOf } from "./views.ts";

const CURRENCY: Readonly<Record<Locale, string>> = { en: "USD", de: "EUR", fr: "EUR", es: "EUR" };

/** The look that was asked for; a theme brings its density, and its scheme if it has only one. */
function lookOf({ theme, accent, background, scheme }: Draft): Specification["look"] {
  const { density, scheme: own } = themeOf(theme ?? undefined);
  return {
    ...(theme ? { theme } : {}),
    accent,
    background,
    density,
    scheme: scheme === "both" ? own : scheme,
  };
}

/** The specification that a draft stands for. */
export function assemble(draft: Draft): Specification {
  const entities = bindEntities(draft);
  return {
    version: 1,
    kind: "app",
    name: draft.name ?? label(draft.title ?? draft.entities[0]?.plural ?? "App"),
    locale: draft.locale,
    currency: draft.currency ?? CURRENCY[draft.locale],
    look: lookOf(draft),
    entities,
    views: viewsOf(draft, entities),
    behaviours: behavioursOf(draft, entities),
  };
}
