import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { View } from "#core/factory/specification/view.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import type { FieldWord } from "#local/brain/lexicon/types.ts";
import { ANYWHERE } from "./behaviours.ts";
import { fieldOfType } from "./details.ts";
import { addBehaviour, addField, addView, type DraftEntity } from "./draft.ts";
import type { State } from "./state.ts";

/** Asks for a view of an entity, with a detail that it needs; returns its path. `field` is what it goes by. */
export function askView(
  { draft }: State,
  kind: View["kind"],
  entity: DraftEntity,
  field?: FieldWord,
  text = "",
): string {
  const given = field && fits(kind, field) ? addField(draft, entity, field) : undefined;
  const number = given && NUMBERS.includes(given.field.type);
  // A pie shows how many records there are of each kind; it says nothing of a number.
  const usual = entity.noun?.views.find((view) => view.kind === kind && !(number && view.shape === "pie"));
  const view = addView(draft, kind, entity, number ? undefined : given?.key);
  const shape = shapeOf(text) ?? usual?.shape;
  const time =
    kind === "chart" && shape === "line"
      ? entity.fields.find(({ field: each }) => TIMES.includes(each.type))
      : undefined;
  const by =
    view.field ??
    time?.key ??
    usual?.fields[0] ??
    needed(kind, (key, types) => fieldOfType(draft, entity, types, key));
  if (by) view.field = by;
  const measure = number
    ? given.key
    : (usual?.fields[1] ?? (kind === "chart" && !given ? amountOf(entity) : undefined));
  if (measure) view.measure = measure;
  if (shape) view.shape = shape;
  return kind === "list" && draft.entities[0] === entity ? "views.list" : `views.${view.id}`;
}

/** A line goes over time. */
const TIMES: readonly Field["type"][] = ["date", "date_time", "created_at"];

/** What a chart shows of records that have an amount or a level: the costs of a repair, the energy of a mood. */
function amountOf({ noun, fields }: DraftEntity): string | undefined {
  const types: readonly Field["type"][] = noun ? ["money", "rating", "percent"] : ["money"];
  return fields.find(({ field }) => types.includes(field.type))?.key;
}

/** Whether a view of this kind can go by a detail. */
function fits(kind: View["kind"], { type }: FieldWord): boolean {
  const types: Partial<Record<View["kind"], readonly Field["type"][]>> = {
    board: ["choice"],
    calendar: ["date", "date_time"],
    gallery: ["image"],
    chart: [...NUMBERS, "choice", "boolean", "date", "date_time", "created_at"],
  };
  return types[kind]?.includes(type) ?? true;
}

const NUMBERS: readonly Field["type"][] = ["money", "integer", "decimal", "duration", "percent", "rating"];

type Find = (key: string, types: readonly Field["type"][]) => string;

/** The detail without which a view of this kind has no meaning. */
function needed(kind: View["kind"], find: Find): string | undefined {
  switch (kind) {
    case "board":
      return find("status", ["choice"]);
    case "calendar":
      return find("date", ["date", "date_time"]);
    case "gallery":
      return find("photo", ["image"]);
    case "chart":
      return find("created_at", ["choice", "date", "date_time", "boolean", "reference", "created_at"]);
    default:
      return undefined;
  }
}

function shapeOf(text: string): "bar" | "line" | "pie" | undefined {
  if (/\bpie|donut|kreis|torten|camembert|circular|secteurs/i.test(text)) return "pie";
  if (/\bline|linien|courbe|líneas|lineas|over time|verlauf|trend|progress|évolution|evolución/i.test(text))
    return "line";
  return /\bbar\b|balken|barres|barras|histogram/i.test(text) ? "bar" : undefined;
}

/** Asks for a behaviour, with a detail that it needs; returns its path, or null if no detail fits. */
export function askBehaviour(
  { draft }: State,
  kind: Behaviour["kind"],
  entity: DraftEntity,
  fields: readonly FieldWord[] = [],
  text = "",
): string {
  const anywhere = ANYWHERE.has(kind);
  const behaviour = addBehaviour(draft, kind, anywhere ? null : entity);
  const usual = entity.noun?.behaviours.find((each) => each.kind === kind);
  if (usual?.days !== undefined) behaviour.days ??= usual.days;
  const days = kind === "recurrence" ? PERIODS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  if (days !== undefined) behaviour.days = days;
  for (const word of fields) {
    const { key } = addField(draft, entity, word);
    if (!behaviour.fields.includes(key)) behaviour.fields.push(key);
  }
  if (behaviour.fields.length === 0 && !anywhere)
    behaviour.fields.push(...(usual?.fields ?? required(kind, draft, entity)));
  return `behaviours.${kind}`;
}

/** "Every week" is every 7 days. */
const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/day|dai|tag|täg|jour|día|quotid|diari/i, 1],
  [/week|woche|wöch|semaine|semana|hebdo/i, 7],
  [/month|monat|mois|mensu|mes/i, 30],
  [/year|jahr|jähr|an(s|née)|annuel|año|anual/i, 365],
];

function required(kind: Behaviour["kind"], draft: State["draft"], entity: DraftEntity): string[] {
  const find = (types: readonly Field["type"][], key: string) => fieldOfType(draft, entity, types, key);
  switch (kind) {
    case "due":
      return [find(["date", "date_time"], "due_date")];
    case "completion":
      return entity.fields.some(({ field }) => field.options?.some(({ done }) => done))
        ? []
        : [find(["boolean"], "done")];
    case "recurrence":
      return [find(["date"], "due_date")];
    case "reminder":
      return [find(["date", "date_time"], "date")];
    case "status_flow":
      return [find(["choice"], "status")];
    case "totals":
      return [find(NUMBERS, "amount")];
    case "budget":
      return [find(["money"], "amount"), find(["date", "date_time"], "date")];
    case "column_limit":
      return [find(["choice"], "status")];
    case "word_count":
    case "autosave":
      return [find(["long_text"], "text")];
    case "low_stock": {
      const stock = fieldWordOf("stock") as FieldWord;
      return [
        entity.fields.some(({ key }) => key === "quantity") ? "quantity" : addField(draft, entity, stock).key,
      ];
    }
    default:
      return [];
  }
}
