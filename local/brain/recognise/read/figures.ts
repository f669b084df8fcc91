import type { Field } from "#core/factory/specification/field.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import { keysOf } from "#local/brain/recognise/words.ts";
import { askBehaviour } from "./ask-part.ts";
import { readClause } from "./clause.ts";
import { fieldOfType } from "./details.ts";
import { dictionaryOf } from "./dictionary.ts";
import { addBehaviour, addView, type DraftEntity, type DraftField } from "./draft.ts";
import type { Figure } from "./numbers.ts";
import type { Piece } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { met, refused, type State, settle } from "./state.ts";
import { DATES } from "./views.ts";

/** Applies a number to the part that was named last, or refuses it. */
export function applyFigure(state: State, piece: Piece): void {
  const part = partFor(state, piece);
  const why = WHY[state.draft.locale];
  settle(
    state,
    piece,
    part ? met(part) : refused(piece.figure?.is === "currency" ? why.unknown : why.number),
  );
}

function partFor(state: State, { figure, text }: Piece): string | null {
  const { draft, current, last } = state;
  switch (figure?.is) {
    case "clause":
      return current && readClause(state, current, text, figure.type);
    case "order":
      return current && order(state, current, figure);
    case "yes_no":
      return last?.is === "field" ? decided(last.field, last.entity) : null;
    case "currency":
      draft.currency = figure.code ?? draft.currency;
      return figure.code && "currency";
    case "range":
    case "scale":
      return last?.is === "field" && scale(last.field, figure.is === "range" ? figure.min : 0, figure.max)
        ? `entities.${last.entity.id}.${last.field.field.id}`
        : null;
    case "unit":
      if (last?.is === "entity") return measured(last.entity, figure.unit);
      if (last?.is !== "field") return null;
      // What is measured in a unit is a number, also where its name does not tell.
      if (last.field.field.type === "percent" && PERCENT.test(figure.unit))
        return `entities.${last.entity.id}.${last.field.field.id}`;
      if (last.field.field.type === "time" && CLOCK.test(figure.unit))
        last.field.field = { id: last.field.field.id, name: last.field.field.name, type: "decimal" };
      if (last.field.field.type === "text" && !last.field.field.required) last.field.field.type = "decimal";
      if (!["integer", "decimal"].includes(last.field.field.type)) return null;
      last.field.field.unit = figure.unit.slice(0, 20);
      return `entities.${last.entity.id}.${last.field.field.id}`;
    case "cards":
      return columnLimit(state, figure.max);
    case "threshold":
      return threshold(state, figure);
    case "before": {
      if (!current) return null;
      const asked = last?.is === "behaviour" && last.behaviour.kind === "reminder" ? last.behaviour : null;
      const behaviour = asked ?? addBehaviour(draft, "reminder", current);
      if (figure.days > 90) return null;
      behaviour.days = figure.days;
      if (behaviour.fields.length === 0 && behaviour.entity)
        behaviour.fields = [
          reminded(behaviour.entity) ?? fieldOfType(draft, behaviour.entity, ["date", "date_time"], "date"),
        ];
      return "behaviours.reminder";
    }
    case "times":
      return current && often(current);
    case "interval":
      return interval(state, figure.days);
    default:
      return null;
  }
}

/** "3 times a day": the detail that says how often, which some records have. */
function often({ id, fields }: DraftEntity): string | null {
  const field = fields.find(({ key }) => key === "times_of_day" || key === "frequency");
  return field ? `entities.${id}.${field.field.id}` : null;
}

/** "Newest first": how the list of the records is sorted. */
function order(
  { draft }: State,
  entity: DraftEntity,
  { by, descending }: Extract<Figure, { is: "order" }>,
): string {
  const view = addView(draft, "list", entity);
  const key = by === "name" ? entity.fields[0]?.key : fieldOfType(draft, entity, DATES, "created_at");
  if (key) Object.assign(view, { field: key, descending });
  return draft.entities[0] === entity ? "views.list" : `views.${view.id}`;
}

/**
 * "Queen seen yes or no": a text becomes a box, and so does any detail that the lexicon does not know ("paid the fee"), unless
 * the record has such a box anyway. Any other detail already tells it.
 */
export function decided(draft: DraftField, entity: DraftEntity): string {
  const { id, name, type } = draft.field;
  const isOwn = fieldWordOf(draft.key) === undefined && draft.target === undefined;
  const there = isOwn ? boxNamed(entity, draft) : undefined;
  if (there) {
    entity.fields.splice(entity.fields.indexOf(draft), 1);
    there.field = { ...there.field, id, name };
    return `entities.${entity.id}.${id}`;
  }
  if (type === "text" || type === "date" || isOwn) draft.field = { id, name, type: "boolean" };
  return `entities.${entity.id}.${id}`;
}

/** The box of a record whose name has only words of another detail: "fee paid" for "paid the yearly fee". */
function boxNamed({ fields }: DraftEntity, draft: DraftField): DraftField | undefined {
  const words = draft.field.name.toLowerCase().split(/\s+/);
  return fields.find(
    ({ field }) =>
      field !== draft.field &&
      field.type === "boolean" &&
      field.name
        .toLowerCase()
        .split(/\s+/)
        .every((word) => words.includes(word)),
  );
}

/** "Water intake in ml": the detail of a record that is measured in a unit. */
function measured({ id, fields }: DraftEntity, unit: string): string | null {
  const measure = fields.find(({ field }) => field.unit?.toLowerCase() === unit.toLowerCase());
  return measure ? `entities.${id}.${measure.field.id}` : null;
}

const CLOCK = /^(hours|minutes|seconds|stunden|minuten|sekunden|heures|secondes|horas|minutos|segundos)$/i;

const PERCENT = /^(percent|per cent|prozent|pour ?cent|por ciento|%)$/i;

/** The date that a reminder of a record usually goes by: an invoice is due on one, and issued on another. */
function reminded({ noun, fields }: DraftEntity): string | undefined {
  const usual = noun?.behaviours.find(({ kind }) => kind === "reminder" || kind === "due")?.fields[0];
  return fields.some(({ key }) => key === usual) ? usual : undefined;
}

/**
 * "Warn me when stock is below five": at four units, which the app compares with "at or below". Null for a record without a number that counts units, and
 * where something else is counted.
 */
function threshold(
  { draft, current }: State,
  { at, below, of }: Extract<Figure, { is: "threshold" }>,
): string | null {
  if (!current || !Number.isInteger(at) || at < 1) return null;
  const counted = current.fields.filter(
    ({ field, key }) => COUNTS.has(key) && (field.type === "integer" || field.type === "decimal"),
  );
  const senses = keysOf(of).flatMap((key) => dictionaryOf(draft.locale).word(key));
  const others = senses.some(
    (sense) =>
      (sense.is === "field" && !COUNTS.has(sense.field.key) && !COUNTED.has(sense.field.type)) ||
      sense.is === "behaviour",
  );
  const [field] = counted;
  if (!field || others) return null;
  const behaviour = addBehaviour(draft, "low_stock", current);
  behaviour.fields = [field.key];
  behaviour.days = below && field.field.type === "integer" ? at - 1 : at;
  return "behaviours.low_stock";
}

/** The limit of the columns of a board; null for one that no board can have. */
function columnLimit(state: State, max: number): string | null {
  if (!state.current || max < 1 || max > 100) return null;
  const path = askBehaviour(state, "column_limit", state.current);
  const asked = state.draft.behaviours.find(
    ({ kind, entity }) => kind === "column_limit" && entity === state.current,
  );
  if (asked) asked.days = max;
  return path;
}

/** Keys of the details that count units. */
const COUNTS = new Set(["stock", "quantity", "count", "bottles", "stock_grams"]);
/** Types of details that can name what is counted. */
const COUNTED = new Set<Field["type"]>(["text", "choice"]);

/** "Every 3 days" is the usual interval of a detail that counts days; otherwise records recur. */
function interval({ draft, current }: State, days: number): string | null {
  if (!current || days < 1 || days > 366) return null;
  const every = current.fields.find(({ field, key }) => field.type === "integer" && key.endsWith("_every"));
  if (every) {
    every.field.default = days;
    return `entities.${current.id}.${every.field.id}`;
  }
  const behaviour = addBehaviour(draft, "recurrence", current);
  behaviour.days = days;
  behaviour.fields = [fieldOfType(draft, current, ["date"], "due_date")];
  return "behaviours.recurrence";
}

/** Sets the range of a number, a rating or a priority; false for a detail without one. */
function scale(draft: DraftField, min: number, max: number): boolean {
  const { field } = draft;
  if (!Number.isFinite(max) || max <= min) return false;
  if (field.type === "rating") {
    if (max < 2 || min > 1) return false;
    if (max > 10) {
      const { id, name, required } = field;
      draft.field = { id, name, type: "integer", min, max, ...(required && { required }) };
    } else field.max = max;
    return true;
  }
  if (field.type === "integer" || field.type === "decimal") {
    Object.assign(field, { min, max });
    return true;
  }
  if (field.type === "text" && !field.required && fieldWordOf(draft.key) === undefined) {
    const { id, name } = field;
    draft.field =
      max <= 10 && min <= 1 ? { id, name, type: "rating", max } : { id, name, type: "integer", min, max };
    return true;
  }
  if (field.type !== "choice" || draft.key !== "priority") return false;
  const { id, name, required } = field;
  draft.field = { id, name, type: "integer", min, max, ...(required && { required }) };
  return true;
}
