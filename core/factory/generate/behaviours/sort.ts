import { candidatesOf, type Entries } from "#core/factory/generate/acceptance/candidates.ts";
import { ANY_DAY } from "#core/factory/generate/acceptance/entries-where.ts";
import type { FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import { seeIn, select } from "#core/factory/generate/acceptance/steps.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, FIRST, fieldOf, isListed, openList, plural } from "./places.ts";

type Sort = Extract<Behaviour, { kind: "sort" }>;

/** Types whose examples are ordered as their stored values are. */
const ORDERED: readonly Field["type"][] = [
  ...(["text", "long_text", "email", "location", "time", "date", "date_time"] as const),
  ...(["integer", "decimal", "money", "percent", "rating", "duration"] as const),
];
/** Types whose values the app sets, in the order in which records are created. */
const IN_TURN: readonly Field["type"][] = ["auto_number", "created_at"];

/** A field by which the order of two records is known, what to enter in them, and which of them is first in that order. */
interface Order {
  readonly field: string;
  readonly entries: readonly [Entries, Entries];
  readonly first: 0 | 1;
}

const EXAMPLES = [new Map(), new Map()] as const;

function orderOf({ entity: id, fields }: Sort, specification: Specification): Order | null {
  const entity = entityOf(specification, id);
  const byName = [entity.display, ...fields].filter((each) => fields.includes(each));
  for (const field of byName.map((each) => fieldOf(specification, id, each))) {
    const order = ordered(field, { specification, entity });
    if (order) return { field: field.id, ...order };
  }
  return null;
}

function ordered(field: Field, place: FieldPlace): Omit<Order, "field"> | null {
  if (IN_TURN.includes(field.type)) return { entries: EXAMPLES, first: 0 };
  if (!ORDERED.includes(field.type)) return orderedByEntries(field, place);
  const [one, other] = [0, 1].map((n) => fieldModule(field.type).example(field, n, place)?.value);
  const comparable = typeof one === typeof other && (typeof one === "number" || typeof one === "string");
  if (!comparable || one === other) return null;
  return { entries: EXAMPLES, first: (one as string) < (other as string) ? 0 : 1 };
}

/** Of what can be entered, two values whose order is known on any day: options, and what is calculated. */
function orderedByEntries(field: Field, place: FieldPlace): Omit<Order, "field"> | null {
  if (field.type !== "choice" && field.type !== "computed") return null;
  const options = field.options?.map(({ id }) => id);
  const known = candidatesOf(field, place).flatMap(({ value, entries }) => {
    const [one, later] = ANY_DAY.map(value);
    const rank = typeof one === "string" && options ? options.indexOf(one) : one;
    return one === later && (typeof rank === "number" || typeof rank === "string") ? [{ rank, entries }] : [];
  });
  const [first] = known;
  const other = known.find(({ rank }) => typeof rank === typeof first?.rank && rank !== first?.rank);
  if (!first || !other) return null;
  return { entries: [first.entries, other.entries], first: first.rank < other.rank ? 0 : 1 };
}

/** What tells the records apart: their names, or what the list shows of the field where they are named by the same record. */
function textsOf({ entity }: Sort, { field, entries }: Order, specification: Specification, form: FormSteps) {
  const listing = listingOf(specification, entity);
  const shows = listing && "fields" in listing && listing.fields.includes(field);
  const shown = (n: number) => entries[n]?.get(field)?.shown ?? form.example(field, n)?.shown;
  const isNamed = form.named(0) !== form.named(1);
  return (n: number): string => (!isNamed && shows && shown(n)) || form.named(n);
}

export const SORT: BehaviourModule<Sort> = {
  kind: "sort",
  factory: "sort",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSort", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity) && orderOf(behaviour, specification)
      ? planText("sort", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const steps = form(behaviour.entity);
    const label = translate("sortLabel", specification.locale);
    const known = orderOf(behaviour, specification);
    if (!known) return [];
    const { field, entries, first } = known;
    const text = textsOf(behaviour, known, specification, steps);
    const created = entries.flatMap((each, n) =>
      steps.create(n, { also: [field, ...each.keys()], entries: each }),
    );
    return [
      ...steps.start(),
      ...created,
      ...openList(specification, behaviour.entity),
      select(label, `${field}:up`),
      seeIn(FIRST, text(first)),
      select(label, `${field}:down`),
      seeIn(FIRST, text(1 - first)),
    ];
  },
};
