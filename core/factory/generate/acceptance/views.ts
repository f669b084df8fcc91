import { type Acceptance, MAX_STEPS } from "#core/factory/acceptance.ts";
import { viewModule } from "#core/factory/generate/views/views.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { ofFiltered } from "./filtered.ts";
import { formSteps, isCreatable, pathOfView } from "./forms.ts";
import type { Promised } from "./promised.ts";
import { partOf } from "./records.ts";
import { attribute, openPath } from "./steps.ts";

/** What is promised of the views of an app: of each the most that steps can show. */
export function ofViews(specification: Specification): Promised[] {
  return specification.views.flatMap((view) => {
    const entity = specification.entities.find(({ id }) => id === view.entity);
    const acceptance = entity && promisesOf(view, entity, specification).find(fits);
    // The page of one record is no feature of its own.
    return acceptance
      ? [{ part: view.kind === "detail" ? partOf(entity) : `views.${view.id}`, acceptance }]
      : [];
  });
}

const fits = ({ steps }: Acceptance): boolean => steps.length > 0 && steps.length <= MAX_STEPS;

function promisesOf(view: View, entity: Entity, specification: Specification): Acceptance[] {
  const opens = view.kind === "detail" ? [] : [ofOpened(view, entity, specification)];
  if (!isCreatable(entity, specification)) return opens;
  const form = formSteps(entity, specification);
  const place = { specification, entity, path: pathOfView(view), form };
  if (view.filter) return [...ofFiltered(view, place), ...opens];
  const module = viewModule(view);
  const name = module.promise(view, specification);
  return [...(name ? [{ name, steps: module.steps(view, place) }] : []), ...opens];
}

/** That the navigation says which page is open: among the views of an entity, or that of its only one. */
function ofOpened(view: View, entity: Entity, { views, locale }: Specification): Acceptance {
  const siblings = views.filter((each) => each.entity === entity.id && each.kind !== "detail");
  const css = siblings.length > 1 ? `#view-${view.id.replaceAll("_", "-")}` : `#nav-${entity.id}`;
  return {
    name: planText("opened", locale, { name: view.name }),
    steps: [openPath(pathOfView(view)), attribute({ css }, "aria-current", "page")],
  };
}
