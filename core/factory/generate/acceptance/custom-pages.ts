import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import { kebabCase } from "#core/factory/generate/print/case.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Custom } from "#core/factory/specification/custom.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { formSteps, isCreatable, pathOfView } from "./forms.ts";
import { fillable } from "./records.ts";
import { attribute, openPath, reload } from "./steps.ts";

/** The most steps that the author of a custom page adds to those that lead there. */
export const MAX_PAGE_STEPS = 20;
const MAX_START_STEPS = 36;

/** The element that a custom page draws. */
const placeOf = ({ id }: Custom) => ({ css: `#custom-${kebabCase(id)}` });

/** Creates a record with all fields that can be entered, opens a custom page, and waits until it is drawn without an error. */
export function stepsTo(page: Custom, specification: Specification): AcceptanceStep[] {
  const entity = specification.entities.find(({ id }) => id === page.entity);
  const form = entity && isCreatable(entity, specification) ? formSteps(entity, specification) : null;
  const also = form && entity ? fillable(entity, specification, MAX_START_STEPS) : [];
  return [
    ...(form ? [...form.start(), ...form.create(0, { also })] : []),
    openPath(pathOfView(page)),
    // Without the message about what was added.
    reload,
    attribute(placeOf(page), "data-state", "ready"),
  ];
}

/**
 * The promise of a custom page: that it is drawn, and what its author says of it. A text that is to be seen is one of the page, not
 * of what surrounds it.
 */
export function customPromise(
  page: Custom,
  specification: Specification,
  own: readonly AcceptanceStep[],
): Acceptance {
  const within = own.map((step) =>
    step.do === "see" && !step.target ? { ...step, target: placeOf(page) } : step,
  );
  return {
    name: customPromiseName(page, specification),
    steps: [...stepsTo(page, specification), ...within],
  };
}

/** The name of the promise of a custom page; with its identifier where another page has the same name. */
export function customPromiseName({ id, name }: Custom, { custom = [], locale }: Specification): string {
  const alone = custom.every((each) => each.id === id || each.name !== name);
  return planText("customPage", locale, { name: alone ? name : `${name} (${id})` });
}
