import { addDetail, detailOf, isDetailName } from "./details.ts";
import { addField, type DraftEntity, type DraftField, label } from "./draft.ts";
import { addOption, isOptionWord } from "./options.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { sameDetail } from "./same-detail.ts";
import { met, now, type State, settle } from "./state.ts";

/**
 * "Material PLA/PETG/ABS", "severity low/med/high", "status draft sent accepted": what stands after a detail, with slashes or
 * as states, is what can be chosen for it.
 * Returns whether the words are such a detail.
 */
export function readAlternatives(
  state: State,
  [head, ...rest]: readonly Piece[],
  entity: DraftEntity,
): boolean {
  if (!head || rest.length < 2) return false;
  const { message, tokens } = now(state);
  const between = (from: number | undefined, to: number | undefined) =>
    message.slice(tokens[from ?? 0]?.start, tokens[to ?? 0]?.end);
  const listed = between(rest[0]?.tokens[0], rest.at(-1)?.tokens.at(-1));
  const names = listed.split(
    senseOf(head, "field") && rest.every(({ text }) => isOptionWord(text)) ? /\s*[/\s]\s*/ : "/",
  );
  if (names.length < 2 || names.length < rest.length || !names.every((name) => isDetailName(name.trim())))
    return false;
  if (/\/\s*$/.test(message.slice(0, tokens[rest[0]?.tokens[0] ?? 0]?.start))) return false;
  const field = choiceFor(state, head, rest, entity);
  if (!field) return false;
  const { id, name: own, required } = field.field;
  field.field = { id, name: own, type: "choice", ...(required && { required }), options: [] };
  for (const name of names) addOption(field, label(name));
  state.last = { is: "field", field, entity };
  settle(state, [head, ...rest], met(`entities.${entity.id}.${field.field.id}`));
  return true;
}

/** The detail with these options: one that the lexicon has and that can be a choice, or a new one if no option is a detail itself. */
function choiceFor(
  { draft, named }: State,
  head: Piece,
  rest: readonly Piece[],
  entity: DraftEntity,
): DraftField | undefined {
  const word = senseOf(head, "field")?.field;
  if (word)
    return CHOSEN.has(word.type)
      ? (sameDetail(entity, word, draft.locale, named) ?? addField(draft, entity, word))
      : undefined;
  const isNew = head.senses.length === 0 && rest.every((piece) => !senseOf(piece, "field"));
  if (!isNew || rest.length < 2 || !isDetailName(head.text) || detailOf(entity, head.text)) return undefined;
  return addDetail(draft, entity, head.text);
}

const CHOSEN: ReadonlySet<string> = new Set(["text", "choice", "rating", "integer"]);
