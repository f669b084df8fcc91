import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity } from "#core/factory/specification/specification.ts";
import { fieldId, ownerOf } from "./bind.ts";
import type { Draft, DraftBehaviour, DraftEntity } from "./draft.ts";
import { DATES, NUMBERS } from "./views.ts";

const TEXTS: readonly Field["type"][] = ["text", "long_text", "email", "phone", "tags", "location", "url"];
const CHOICES: readonly Field["type"][] = ["choice", "boolean", "choices", "tags"];

/** The behaviours of a draft: those asked for, and the usual ones. */
export function behavioursOf(draft: Draft, entities: readonly Entity[]): Behaviour[] {
  const usual = draft.entities.flatMap((entity): DraftBehaviour[] => {
    const own = (entity.noun?.behaviours ?? []).map(({ kind, fields, days }) => ({
      kind,
      entity: ANYWHERE.has(kind) ? null : entity,
      fields: [...fields],
      ...(days !== undefined && { days }),
    }));
    if (ownerOf(draft, entity)) return own;
    return [{ kind: "search", entity, fields: [] }, { kind: "filter", entity, fields: [] }, ...own];
  });
  const asked = draft.behaviours;
  const transfer: DraftBehaviour[] = [
    { kind: "export", entity: null, fields: [] },
    { kind: "import", entity: null, fields: [] },
  ];
  const rest = [...usual, ...transfer].filter(
    ({ kind, entity }) =>
      !draft.bans.has(`behaviour:${kind}`) &&
      !asked.some((each) => each.entity === entity && (each.kind === kind || each.kind === INSTEAD[kind])),
  );
  const seen = new Set<string>();
  return [...asked, ...rest]
    .flatMap(
      (each) =>
        bindBehaviour(
          each,
          entities.find(({ id }) => id === each.entity?.id),
        ) ?? [],
    )
    .filter((each) => {
      const name = `${each.kind} ${"entity" in each ? each.entity : ""}`;
      return !seen.has(name) && seen.add(name);
    })
    .slice(0, 40);
}

/** What takes the place of a usual behaviour: where the moves of a status are limited, a box cannot complete a record. */
const INSTEAD: Partial<Record<Behaviour["kind"], Behaviour["kind"]>> = { completion: "status_flow" };

/** The behaviours of the whole app. */
export const ANYWHERE = new Set<Behaviour["kind"]>([
  "export",
  "import",
  "sample_data",
  "shortcuts",
  "offline",
]);

/** The behaviours that go by no other detail: there is no monthly budget per category. */
export const ALONE = new Set<Behaviour["kind"]>(["budget", "column_limit", "word_count", "autosave"]);

function bindBehaviour(
  { kind, entity: drafted, fields, days }: DraftBehaviour,
  entity: Entity | undefined,
): Behaviour | null {
  switch (kind) {
    case "export":
      return { kind, formats: fields.length > 0 ? (fields as ["csv"]) : ["csv", "json"] };
    case "import":
    case "sample_data":
    case "shortcuts":
    case "offline":
      return { kind };
  }
  if (!entity || !drafted) return null;
  const on = entity.id;
  const given = fields.flatMap((key) => fieldId(drafted, key) ?? []);
  const typed = (types: readonly Field["type"][]) => {
    const wanted = entity.fields.filter(
      ({ id, type }) => given.includes(id) && (types.includes(type) || type === "computed"),
    );
    const some = wanted.length > 0 ? wanted : entity.fields.filter(({ type }) => types.includes(type));
    return some.map(({ id }) => id).slice(0, 20);
  };
  switch (kind) {
    case "search":
      return listed(typed(TEXTS), (ids) => ({ kind, entity: on, fields: ids }));
    case "filter":
      return listed(withoutBox(typed(CHOICES), given, drafted), (ids) => ({ kind, entity: on, fields: ids }));
    case "sort":
      return { kind, entity: on, fields: given.length > 0 ? given : sortable(entity) };
    case "totals":
      return listed(typed(NUMBERS), (ids) => ({ kind, entity: on, fields: ids }));
    case "due": {
      const [field] = typed(["date", "date_time"]);
      const done = doneOf(entity, given);
      return field ? { kind, entity: on, field, ...(done && { done }) } : null;
    }
    case "completion":
      return completion(entity, given);
    case "reminder": {
      const [field] = typed(["date", "date_time"]);
      return field ? { kind, entity: on, field, days_before: Math.min(90, days ?? 3) } : null;
    }
    case "recurrence":
      return recurrence(entity, typed(["date"])[0], given[1], days);
    case "status_flow":
      return statusFlow(entity, typed(["choice"])[0]);
    case "low_stock":
      return lowStock(entity, given, days);
    case "budget":
      return budget(on, typed(["money"])[0], typed(DATES)[0]);
    case "column_limit":
      return columnLimit(entity, typed(["choice"])[0], days);
    case "word_count":
    case "autosave":
      return typed(["long_text"]).map((field): Behaviour => ({ kind, entity: on, field }))[0] ?? null;
    default:
      return { kind, entity: on };
  }
}

function listed(ids: readonly string[], make: (ids: [string]) => Behaviour): Behaviour | null {
  return ids.length > 0 ? make(ids as unknown as [string]) : null;
}

function sortable({ fields, display }: Entity): string[] {
  const types: readonly Field["type"][] = [...NUMBERS, ...DATES, "choice"];
  return [
    display,
    ...fields.filter(({ id, type }) => id !== display && types.includes(type)).map(({ id }) => id),
  ].slice(0, 20);
}

/** The choices without what the boxes of this kind of record tick off by default: they narrow by it as well. */
function withoutBox(ids: readonly string[], given: readonly string[], drafted: DraftEntity): string[] {
  const ticked = drafted.noun?.behaviours.find(({ kind }) => kind === "completion")?.fields[0];
  const box = drafted.fields.find(({ key, field }) => key === ticked && field.type === "boolean");
  return ids.filter((id) => given.includes(id) || id !== box?.field.id);
}

function completion(entity: Entity, given: readonly string[]): Behaviour | null {
  const [done] = doneOf(entity, given) ?? [];
  return done ? { kind: "completion", entity: entity.id, field: done.field } : null;
}

/** What tells that a record is done: the field that was named for it, or else a usual one. */
function doneOf(
  { fields }: Entity,
  given: readonly string[],
): [{ field: string; is: "equal"; value: string | boolean }] | undefined {
  const named = fields.filter(({ id }) => given.includes(id));
  for (const field of [...named, ...fields]) {
    const { id, type, options } = field;
    const done = options?.find((option) => option.done);
    if (type === "choice" && done) return [{ field: id, is: "equal", value: done.id }];
    if (type === "boolean" && (named.includes(field) || DONE.has(id)))
      return [{ field: id, is: "equal", value: true }];
  }
  return undefined;
}

const DONE = new Set(
  "done paid erledigt bezahlt fait paye hecho pagado returned returned_back settled completed".split(" "),
);

function recurrence(
  entity: Entity,
  field: string | undefined,
  second: string | undefined,
  days = 7,
): Behaviour | null {
  if (!field) return null;
  const number = entity.fields.find(({ id, type }) => id === second && type === "integer")?.id;
  const interval = number ? { days_field: number } : { days: Math.min(366, Math.max(1, days)) };
  return { kind: "recurrence", entity: entity.id, field, ...interval };
}

function statusFlow(entity: Entity, field: string | undefined): Behaviour | null {
  const options = entity.fields.find(({ id }) => id === field)?.options ?? [];
  const moves = options.slice(1).map(({ id }, at) => ({ from: options[at]?.id ?? id, to: id }));
  return field && moves.length > 0 ? { kind: "status_flow", entity: entity.id, field, moves } : null;
}

function budget(entity: string, field: string | undefined, date: string | undefined): Behaviour | null {
  return field && date ? { kind: "budget", entity, field, date } : null;
}

/** The limit of the columns between the first and those in which records are finished. */
function columnLimit(entity: Entity, field: string | undefined, max = 3): Behaviour | null {
  const all = entity.fields.find(({ id }) => id === field)?.options ?? [];
  const options = all.slice(1).flatMap(({ id, done }) => (done ? [] : [id]));
  return field && options.length > 0
    ? { kind: "column_limit", entity: entity.id, field, options, max: Math.min(100, Math.max(1, max)) }
    : null;
}

function lowStock(entity: Entity, given: readonly string[], at: number | undefined): Behaviour | null {
  const numbers = entity.fields.filter(({ type }) => type === "integer" || type === "decimal");
  const field = numbers.find(({ id }) => id === given[0])?.id ?? numbers[0]?.id;
  const limit = numbers.find(({ id }) => id === given[1])?.id;
  if (!field) return null;
  return {
    kind: "low_stock",
    entity: entity.id,
    field,
    at: at === undefined && limit ? { field: limit } : { number: at ?? 5 },
  };
}
