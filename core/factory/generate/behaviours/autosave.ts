import { fill, reload, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, plural } from "./places.ts";

const TEXT = "Alpha beta gamma";

export const AUTOSAVE: BehaviourModule<Extract<Behaviour, { kind: "autosave" }>> = {
  kind: "autosave",
  factory: "autosave",
  options: ({ field }) => ({ field }),
  title: ({ entity, field }, specification) =>
    planText("titleAutosave", specification.locale, {
      plural: plural(specification, entity),
      field: fieldOf(specification, entity, field).name,
    }),
  promise: ({ entity }, specification) =>
    isListed(specification, entity)
      ? planText("autosave", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: ({ entity, field }, { specification: { locale }, form }) => {
    const steps = form(entity);
    const length = translate("autosaveLength", locale, { count: TEXT.length });
    return [
      ...steps.start(),
      ...steps.create(0),
      ...steps.open(0),
      fill({ css: `#autosave-${field}` }, TEXT),
      seeIn(".autosave-status", `${translate("autosaved", locale)} · ${length}`),
      reload,
      seeIn(".autosave-status", length),
    ];
  },
};
