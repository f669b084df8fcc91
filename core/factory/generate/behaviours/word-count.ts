import { fill, seeBadge } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

const TEXT = "Alpha beta gamma";

export const WORD_COUNT: BehaviourModule<Extract<Behaviour, { kind: "word_count" }>> = {
  kind: "word_count",
  factory: "wordCount",
  options: ({ field }) => ({ field }),
  title: ({ entity }, specification) =>
    planText("titleWordCount", specification.locale, { plural: plural(specification, entity) }),
  promise: ({ entity }, specification) =>
    isListed(specification, entity)
      ? planText("wordCount", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: ({ entity, field }, { specification, form }) => {
    const steps = form(entity);
    const control = steps.control(fieldOf(specification, entity, field));
    const entry = { steps: [fill(control, TEXT)], shown: TEXT };
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field], entries: new Map([[field, entry]]) }),
      ...openList(specification, entity),
      seeBadge(translate("wordCount", specification.locale, { count: 3 })),
    ];
  },
};
