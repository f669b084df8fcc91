import { type Acceptance, MAX_ACCEPTANCES, MAX_STEPS } from "#core/factory/acceptance.ts";
import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import { formSteps, isCreatable } from "./forms.ts";
import type { Promised } from "./promised.ts";
import { isOwned, ofRecords, partOf } from "./records.ts";
import { attribute, button, click, openPath, reload, see } from "./steps.ts";
import { ofViews } from "./views.ts";

const THEME = "look.scheme";

/**
 * What is promised of an app and how a browser verifies it: that records are kept, changed and restored, then its views
 * and behaviours in turn. Each starts in a new browser without records.
 */
export function acceptancesOf(specification: Specification): Acceptance[] {
  const promised = promisedOf(specification).map(({ acceptance }) => acceptance);
  return promised.length > 0 ? promised : [opens(specification)];
}

/** The parts of an app that its plan lists as features and of which steps in a browser can show nothing, as sentences. */
export function unshownParts(specification: Specification): string[] {
  const shown = new Set(promisedOf(specification).map(({ part }) => part));
  return listedParts(specification)
    .filter((part) => !shown.has(part))
    .map((part) => `${part}: ${hidingOf(part, specification)}`);
}

/** Why nothing of a part can be shown. */
function hidingOf(part: string, specification: Specification): string {
  if (listedParts(specification).length > MAX_ACCEPTANCES)
    return `the plan of an app lists at most ${MAX_ACCEPTANCES} features: leave some out.`;
  const behaviour = specification.behaviours.find((_, index) => part === `behaviours.${index}`);
  if (behaviour && "entity" in behaviour && !listingOf(specification, behaviour.entity))
    return `no list, table, gallery or board shows all records of '${behaviour.entity}', on which it could be seen: add one, or leave it out.`;
  return "no steps in a browser can show that it works, so that it cannot be promised: let it depend on what people enter, or leave it out.";
}

/** The parts that a plan lists as features. */
function listedParts({ entities, views, behaviours, look }: Specification): string[] {
  return [
    ...(look.scheme === "both" ? [THEME] : []),
    ...entities.map(partOf),
    ...views.filter(({ kind }) => kind !== "detail").map(({ id }) => `views.${id}`),
    ...behaviours.map((_, index) => `behaviours.${index}`),
  ];
}

function promisedOf(specification: Specification): Promised[] {
  const all = [
    ...ofRecords(specification),
    ...ofTheme(specification),
    ...inTurn(ofViews(specification), ofBehaviours(specification)),
  ].filter(({ acceptance: { steps } }) => steps.length > 0 && steps.length <= MAX_STEPS);
  return withOwnNames(mostTelling(all));
}

/** As many as an app can have: the first one of each part before the others. */
function mostTelling(all: readonly Promised[]): Promised[] {
  const isFirst = ({ part }: Promised, index: number) =>
    all.findIndex((each) => each.part === part) === index;
  const firsts = all.filter(isFirst);
  const others = all.filter((each) => !firsts.includes(each));
  const kept = new Set([...firsts, ...others].slice(0, MAX_ACCEPTANCES));
  return all.filter((each) => kept.has(each));
}

/** Parts of the same name have promises of the same name, which are numbered. */
function withOwnNames(all: readonly Promised[]): Promised[] {
  const counts = new Map<string, number>();
  return all.map(({ part, acceptance }) => {
    const count = (counts.get(acceptance.name) ?? 0) + 1;
    counts.set(acceptance.name, count);
    const name = count === 1 ? acceptance.name : `${acceptance.name} (${count})`;
    return { part, acceptance: { ...acceptance, name } };
  });
}

const opens = ({ name, locale }: Specification): Acceptance => ({
  name: planText("opens", locale),
  steps: [openPath("/"), see(name)],
});

function ofTheme({ look, locale }: Specification): Promised[] {
  if (look.scheme !== "both") return [];
  const dark = attribute({ css: "html" }, "data-theme", "dark");
  const steps = [openPath("/"), click(button(translate("useDark", locale))), dark, reload, dark];
  return [{ part: THEME, acceptance: { name: planText("dark", locale), steps } }];
}

function ofBehaviours(specification: Specification): Promised[] {
  const { entities, behaviours } = specification;
  const first = entities.find((each) => !isOwned(each) && isCreatable(each, specification)) ?? entities[0];
  const entityOf = (id: string | undefined) => entities.find((each) => each.id === id) ?? (first as Entity);
  return behaviours.flatMap((behaviour, index) => {
    const module = behaviourModule(behaviour);
    const name = module.promise(behaviour, specification);
    const entity = entityOf("entity" in behaviour ? behaviour.entity : undefined);
    if (!name || !isCreatable(entity, specification)) return [];
    const form = (id?: string) => formSteps(id === undefined ? entity : entityOf(id), specification);
    const steps = module.steps(behaviour, { specification, form });
    return [{ part: `behaviours.${index}`, acceptance: { name, steps } }];
  });
}

/** The items of two lists, one of each in turn. */
function inTurn<T>(one: readonly T[], other: readonly T[]): T[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((each) => each !== undefined);
}
