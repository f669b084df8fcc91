import type { Field } from "#core/factory/specification/field.ts";
import type { Chunk } from "./chunk.ts";
import { addText, type DraftEntity } from "./draft.ts";
import { hasRole, senseOf } from "./pieces.ts";
import { met, now, type State, settle } from "./state.ts";

/** What a question word in a list of details asks for. */
const TYPES: readonly (readonly [RegExp, Field["type"]])[] = [
  [/^(where|wo|où|dónde|donde)$/i, "text"],
  [/^(when|wann|quand|cuándo|cuando)$/i, "date"],
];

/** "Drink before": what follows a verb and asks for a day. */
const AFTER = /^(before|until|by|on|at|since|bis|vor|am|ab|seit|avant|le|depuis|antes|el|desde|hasta)$/i;

/** "Where bought, when opened", "drink before": a detail of its own in a list; false if the chunk is none. */
export function readWhereWhen(state: State, { before, marks, pieces }: Chunk, entity: DraftEntity): boolean {
  const [word, ...others] = pieces;
  const asks = before.at(-1);
  const isAfter = (asks?.tokens[0] ?? 0) > (word?.tokens.at(-1) ?? 0);
  const type = isAfter
    ? AFTER.test(asks?.text ?? "") && "date"
    : TYPES.find(([pattern]) => pattern.test(asks?.text ?? ""))?.[1];
  const isVerb =
    word &&
    (hasRole(word, "filler") ||
      (isAfter && word.senses.length === 0 && !word.figure) ||
      senseOf(word, "field")?.field.type === "boolean");
  if (!asks || !type || !isVerb || others.length > 0 || !marks.some((mark) => /[,:]/.test(mark)))
    return false;
  const { message, tokens } = now(state);
  const [from, to] = isAfter ? [word, asks] : [asks, word];
  const name = message.slice(tokens[from.tokens[0] ?? 0]?.start, tokens[to.tokens.at(-1) ?? 0]?.end);
  const field = addText(state.draft, entity, name, type);
  state.last = { is: "field", field, entity };
  settle(state, word, met(`entities.${entity.id}.${field.field.id}`));
  return true;
}
