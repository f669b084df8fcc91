import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { button, click } from "#core/factory/generate/acceptance/steps.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** Chooses an entry of the app's menu. */
export const choose = (entry: string, locale: Locale): AcceptanceStep[] => [
  click(button(translate("menu", locale))),
  click(button(entry)),
];
