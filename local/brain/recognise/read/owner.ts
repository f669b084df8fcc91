import type { Chunk } from "./chunk.ts";
import { detailOf } from "./details.ts";
import { isFiller } from "./item.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { relate } from "./relate.ts";
import { now, type State } from "./state.ts";

/** "…; students have a grade": of which records a new sentence tells what they have. */
export function subjectIn({ draft }: State, { pieces, lead, marks }: Chunk, next: Chunk | undefined) {
  const words = pieces.filter((piece) => !isFiller(piece));
  const key = words.length === 1 ? senseOf(words[0], "noun")?.noun.key : undefined;
  const opens = lead.length === 0 && marks.length > 0;
  return opens && next?.lead[0] === "has" && next.marks.length === 0
    ? draft.entities.find((entity) => entity.key === key)
    : undefined;
}

/** "Each car has several services with a date", "recipes, ingredients with a unit": details of what was named last. */
export function goToOwner(state: State, { pieces, marks, lead }: Chunk, each: boolean): void {
  const { current, last } = state;
  if (last?.is !== "entity" || last.entity === current) return;
  const keys = pieces.flatMap((piece) => senseOf(piece, "field")?.field.key ?? []);
  const isOther = keys.length > 0 && keys.every((key) => !detailOf(current, key));
  const isNearer = keys.some((key) => detailOf(last.entity, key)) && isOther;
  const joined = lead.includes("with") ? each || (isOther && marks.length === 0) : each && isNearer;
  if (joined) state.current = last.entity;
}

/** "Tyres for each one", "the orders I place with them": records of those that were named before. */
export function relateToAll({ draft, current, last }: State, { before }: Chunk): void {
  if (last?.is !== "entity" || !current || last.entity === current) return;
  const each = before.some(
    ({ text }, at) => /^one$/i.test(text) && /(^|\s)(each|every)$/i.test(before[at - 1]?.text ?? ""),
  );
  if (each || before.some(({ text }) => THEM.test(text))) relate(draft, last.entity, current);
}

const THEM = /^(them|ihnen|denen|eux|elles|ellos|ellas)$/i;

/** "For my two dogs and a cat": one more of those whom the app is for. */
export function isSameOwner(
  state: State,
  before: Chunk | undefined,
  { lead, pieces, before: words }: Chunk,
): boolean {
  const owners = before?.lead.includes("for") && before.pieces.every((piece) => isWhom(state, piece));
  const isOne = words.some(({ text }) => /^(a|an|my|one|eine?n?|meine?n?|une?|mon|ma|una?|mi)$/i.test(text));
  const named = pieces.length === 1 && pieces.every((piece) => senseOf(piece, "noun"));
  return Boolean(owners) && lead.join() === "and" && isOne && named;
}

/** Whether a word, or a number, says whom the app is for. */
function isWhom(state: State, { text, tokens }: Piece): boolean {
  const outcomes = tokens.map((token) => now(state).dispositions[token]?.outcome);
  return outcomes.every((outcome) => outcome === "context" || (outcome === "met_by_kind" && /\d/.test(text)));
}
