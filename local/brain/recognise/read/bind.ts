import type { Field } from "#core/factory/specification/field.ts";
import type { Formula, Operand } from "#core/factory/specification/formula.ts";
import type { Entity } from "#core/factory/specification/specification.ts";
import { iconOf } from "#local/brain/lexicon/icons.ts";
import type { FieldFormula } from "#local/brain/lexicon/types.ts";
import type { Draft, DraftEntity, DraftField } from "./draft.ts";

/** The entities of a draft with references and formulas bound to each other. */
export function bindEntities(draft: Draft): Entity[] {
  return draft.entities.map((entity) => {
    const fields = entity.fields.flatMap((field) => bindField(draft, entity, field) ?? []).slice(0, 30);
    const [first] = fields;
    const named = first && NAMES_RECORDS.has(first.type) ? first : fields.find(({ type }) => type === "text");
    const display = (named ?? first)?.id ?? "name";
    const { id, name, plural, noun } = entity;
    const icon = noun ? iconOf(noun) : undefined;
    return { id, name, plural, ...(icon && { icon }), display, fields };
  });
}

const NAMES_RECORDS = new Set<Field["type"]>(["text", "date", "date_time", "choice", "email", "auto_number"]);

/** Whether the records of an entity are edited inside those of another one. */
export function ownerOf(draft: Draft, entity: DraftEntity): DraftEntity | undefined {
  const target = entity.fields.find(({ target }) => target?.owned)?.target?.noun;
  return draft.entities.find(({ key }) => key === target);
}

function bindField(draft: Draft, entity: DraftEntity, { field, target, formula }: DraftField): Field | null {
  if (formula) return bindFormula(draft, entity, field, formula);
  if (!target) return field;
  const other = draft.entities.find(({ key }) => key === target.noun);
  const { id, name, required } = field;
  if (!other) return target.owned ? null : { id, name, type: "text", ...(required && { required }) };
  const { many, owned } = target;
  return {
    id,
    name,
    type: "reference",
    ...(required && owned && { required }),
    reference: { entity: other.id, many, owned, on_delete: owned ? "cascade" : "clear" },
  };
}

function bindFormula(draft: Draft, entity: DraftEntity, field: Field, formula: FieldFormula): Field | null {
  const bound = boundTo(draft, entity, formula);
  if (!bound) return null;
  const { id, name, unit } = field;
  return { id, name, type: "computed", formula: bound, ...(unit && { unit }) };
}

function boundTo(draft: Draft, entity: DraftEntity, formula: FieldFormula): Formula | null {
  if ("left" in formula) {
    const [left, right] = [operand(entity, formula.left), operand(entity, formula.right)];
    return left && right ? { op: formula.op, left, right } : null;
  }
  const other = draft.entities.find(({ key }) => key === formula.noun);
  const through = other?.fields.find(({ target }) => target?.noun === entity.key)?.field.id;
  if (!other || !through) return null;
  if (formula.op === "count") return { op: "count", entity: other.id, through };
  const field = fieldId(other, formula.field);
  return field ? { op: formula.op, entity: other.id, through, field } : null;
}

function operand(entity: DraftEntity, given: Operand): Operand | null {
  if (!("field" in given)) return given;
  const field = fieldId(entity, given.field);
  return field ? { field } : null;
}

/** The identifier of the field with this key. */
export function fieldId(entity: DraftEntity, key: string | undefined): string | undefined {
  return entity.fields.find((field) => field.key === key)?.field.id;
}
