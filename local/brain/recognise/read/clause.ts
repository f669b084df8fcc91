import type { Field } from "#core/factory/specification/field.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { keysOf } from "#local/brain/recognise/words.ts";
import { dictionaryOf } from "./dictionary.ts";
import { addField, addText, type DraftEntity, type DraftField } from "./draft.ts";
import type { State } from "./state.ts";

/** The types that can hold what a question of a type asks for. */
const HOLDS: Partial<Record<Field["type"], readonly Field["type"][]>> = {
  date: ["date", "date_time"],
  integer: ["integer", "decimal"],
  decimal: ["integer", "decimal"],
  money: ["money"],
  duration: ["duration"],
};
/** Keys of the details that name people. */
const PEOPLE = new Set(
  "person borrower renter assignee responsible paid_by customer patient member guest tenant student owner employee".split(
    " ",
  ),
);
/** What leads up to what is true or not: "if they paid". */
const IF = /^(if|si|s['’]ils?)\s+/iu;
const WHERE = /^(where|wo|où|dónde)(?!\p{L})/iu;
/** The types that can hold a place. */
const PLACES: readonly Field["type"][] = ["text", "location", "choice"];
const WHO = /^(who|wer|qui|quién(es)?)\b/iu;

/** Reads what a question in a list of details asks for, as in "who borrowed it"; returns the path of the detail. */
export function readClause(state: State, entity: DraftEntity, text: string, type: Field["type"]): string {
  const field =
    usualFor(entity, text) ??
    thereIs(entity, text, type) ??
    named(state, entity, text, type) ??
    addText(state.draft, entity, text.replace(IF, "").replace(/\bi\b/g, "I"), type);
  state.last = { is: "field", field, entity };
  return `entities.${entity.id}.${field.field.id}`;
}

/** "Who paid, how much, when": a question of its own asks for the amount or the date of a record. */
function usualFor({ noun, fields }: DraftEntity, text: string): DraftField | undefined {
  const types = BARE.find(([question]) => question.test(text.trim()))?.[1] ?? [];
  return noun ? types.flatMap((type) => fields.filter(({ field }) => field.type === type))[0] : undefined;
}

const BARE: readonly (readonly [RegExp, readonly Field["type"][]])[] = [
  [/^(how much|wie ?viel|combien|cu[aá]nto)$/iu, ["money", "decimal"]],
  [/^(when|wann|quand|cu[aá]ndo)$/iu, ["date", "date_time"]],
  [/^(where|wo|où|d[oó]nde)$/iu, ["location"]],
  [/^(how long|wie lange|combien de temps|cu[aá]nto tiempo)$/iu, ["duration"]],
];

/** "How many players", "when it is due back": a detail that such a record has anyway. */
function thereIs({ noun, fields }: DraftEntity, text: string, type: Field["type"]): DraftField | undefined {
  if (!noun) return undefined;
  const words =
    text
      .toLowerCase()
      .match(/\p{L}{3,}/gu)
      ?.slice(1) ?? [];
  const stems = words.map((word) => word.slice(0, WHERE.test(text) ? 4 : 5));
  return fields.find(({ key, field, target }) => {
    const holds = WHERE.test(text) ? PLACES : HOLDS[type];
    if (WHO.test(text) && (PEOPLE.has(key) || nounOf(target?.noun ?? "")?.domain === "people")) return true;
    if (!holds?.includes(field.type)) return false;
    return `${field.name} ${key}`
      .toLowerCase()
      .split(/[\s_]/)
      .some((word) => word.length > 2 && stems.some((stem) => word.startsWith(stem)));
  });
}

/** "What it's worth now": a detail that one of the words names. */
function named(
  { draft }: State,
  entity: DraftEntity,
  text: string,
  type: Field["type"],
): DraftField | undefined {
  if (type !== "text" || WHO.test(text)) return undefined;
  const senses = keysOf(text).flatMap((key) => dictionaryOf(draft.locale).word(key));
  const fields = senses.flatMap((sense) => (sense.is === "field" ? [sense.field] : []));
  const [field, ...others] = fields.filter(({ type: own }) => own === "money");
  return field && others.length === 0 ? addField(draft, entity, field) : undefined;
}
