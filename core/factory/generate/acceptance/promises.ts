import { type Acceptance, type AcceptanceStep, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { viewModule } from "#core/factory/generate/views/views.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { inSentence, translate } from "#core/factory/generate/words/words.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { ofFiltered } from "./filtered.ts";
import { formSteps, isCreatable, pathOfView } from "./forms.ts";

/** The most steps of an acceptance. */
const MAX_STEPS = 30;

/**
 * What is promised of an app and how a browser verifies it: that records are kept, changed and restored, then its views
 * and behaviours in turn, at most 24. Each starts in a new browser without records.
 */
export function acceptancesOf(specification: Specification): Acceptance[] {
  const all = [
    ...ofRecords(specification),
    ...ofOwned(specification),
    ...ofTheme(specification),
    ...inTurn(ofViews(specification), ofBehaviours(specification)),
  ].filter(({ steps }) => steps.length > 0 && steps.length <= MAX_STEPS);
  const names = new Set<string>();
  return all.filter(({ name }) => !names.has(name) && names.add(name)).slice(0, MAX_ACCEPTANCES);
}

function ofRecords(specification: Specification): Acceptance[] {
  const { locale } = specification;
  const entity = specification.entities.find((each) => isMain(each, specification));
  if (!entity) return [opens(specification)];
  const form = formSteps(entity, specification);
  const begin = [...form.start(), ...form.create(0)];
  const changed = form.example(entity.display, 1);
  const edit = translate("edit", locale);
  const remove = translate("delete", locale);
  return [
    {
      name: planText("added", locale, { name: entity.name }),
      steps: [
        ...form.start(),
        ...form.create(0, { also: fillable(entity, specification) }),
        seen(form.named(0)),
        { do: "reload" },
        seen(form.named(0)),
      ],
    },
    ...(changed && changed.steps.length > 0
      ? [
          {
            name: planText("changed", locale, { name: entity.name }),
            steps: [
              ...begin,
              ...form.open(0),
              button(edit),
              ...changed.steps,
              ...form.save(),
              seen(form.named(1)),
            ],
          },
        ]
      : []),
    {
      name: planText("undone", locale, { name: entity.name }),
      steps: [
        ...begin,
        ...form.open(0),
        button(remove),
        ...(showsEmpty(entity, specification)
          ? [seen(translate("empty", locale, { plural: inSentence(entity.plural, locale) }))]
          : []),
        button(translate("undo", locale)),
        seen(translate("undone", locale)),
        ...form.list(),
        ...form.open(0),
        button(edit),
      ],
    },
  ];
}

/** Views that look the same with and without records, such as the days of a calendar. */
const FRAMES: ReadonlySet<View["kind"]> = new Set(["board", "calendar", "stats"]);

/** Whether the view that a deleted record leads back to, the first that is no sheet, says that there are no records. */
function showsEmpty({ id }: Entity, { views }: Specification): boolean {
  const shown = views.filter(({ entity, kind }) => entity === id && kind !== "detail");
  const first = shown.find(({ kind }) => kind !== "print") ?? shown[0];
  return first !== undefined && !FRAMES.has(first.kind);
}

/** Records that belong to another are added on its page. */
function ofOwned(specification: Specification): Acceptance[] {
  const { entities } = specification;
  return entities.flatMap((entity) => {
    const owner = entity.fields.find(({ reference }) => reference?.owned)?.reference?.entity;
    if (owner === undefined || !isCreatable(entity, specification)) return [];
    const form = formSteps(entity, specification);
    const name = entities.find(({ id }) => id === owner)?.name ?? owner;
    return [
      {
        name: planText("addedTo", specification.locale, { name: entity.name, owner: name }),
        steps: [
          ...form.start(),
          ...form.create(0),
          seen(form.named(0)),
          { do: "reload" },
          seen(form.named(0)),
        ],
      },
    ];
  });
}

const opens = ({ name, locale }: Specification): Acceptance => ({
  name: planText("opens", locale),
  steps: [{ do: "open", path: "/" }, seen(name)],
});

/** Whether records of an entity can be created from a view of its own. */
function isMain(entity: Entity, specification: Specification): boolean {
  return !entity.fields.some(({ reference }) => reference?.owned) && isCreatable(entity, specification);
}

/** The fields that a browser can fill in, as many as fit into an acceptance. */
function fillable(entity: Entity, specification: Specification): string[] {
  const form = formSteps(entity, specification);
  let steps = form.start().length + form.create(0).length + 4;
  return entity.fields.flatMap(({ id, reference }) => {
    const count = reference ? 0 : (form.example(id, 0)?.steps.length ?? 0);
    if (count === 0 || steps + count > MAX_STEPS) return [];
    steps += count;
    return [id];
  });
}

function ofTheme({ look, locale }: Specification): Acceptance[] {
  if (look.scheme !== "both") return [];
  const dark: AcceptanceStep = {
    do: "attribute",
    target: { css: "html" },
    name: "data-theme",
    value: "dark",
  };
  const steps: AcceptanceStep[] = [
    { do: "open", path: "/" },
    button(translate("useDark", locale)),
    dark,
    { do: "reload" },
    dark,
  ];
  return [{ name: planText("dark", locale), steps }];
}

function ofViews(specification: Specification): Acceptance[] {
  return specification.views.flatMap((view) => {
    const entity = specification.entities.find(({ id }) => id === view.entity);
    if (!entity || !isCreatable(entity, specification)) return [];
    const path = pathOfView(view);
    const form = formSteps(entity, specification);
    if (view.filter) return ofFiltered(view, entity, form, path, specification) ?? [];
    const module = viewModule(view);
    const name = module.promise(view, specification);
    return name ? [{ name, steps: module.steps(view, { specification, entity, path, form }) }] : [];
  });
}

function ofBehaviours(specification: Specification): Acceptance[] {
  const { entities, behaviours } = specification;
  const first = entities.find((each) => isMain(each, specification)) ?? entities[0];
  const entityOf = (id: string | undefined) => entities.find((each) => each.id === id) ?? (first as Entity);
  return behaviours.flatMap((behaviour) => {
    const module = behaviourModule(behaviour);
    const name = module.promise(behaviour, specification);
    const entity = entityOf("entity" in behaviour ? behaviour.entity : undefined);
    if (!name || !isCreatable(entity, specification)) return [];
    const form = (id?: string) => formSteps(id === undefined ? entity : entityOf(id), specification);
    return [{ name, steps: module.steps(behaviour, { specification, form }) }];
  });
}

/** The items of two lists, one of each in turn. */
function inTurn<T>(one: readonly T[], other: readonly T[]): T[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((each) => each !== undefined);
}
const seen = (text: string): AcceptanceStep => ({ do: "see", text });
const button = (name: string): AcceptanceStep => ({ do: "click", target: { role: "button", name } });
