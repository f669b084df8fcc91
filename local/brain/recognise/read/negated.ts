import type { Chunk } from "./chunk.ts";
import { ban } from "./draft.ts";
import { readNoLook } from "./look.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { readNoScheme } from "./scheme.ts";
import { context, met, refused, type State, settle } from "./state.ts";

/** Reads what must be absent. */
export function readNegated(state: State, chunk: Chunk): void {
  if (readNoScheme(state, chunk) || readNoLook(state, chunk)) return;
  const words = chunk.pieces.filter((piece) => !piece.figure && !hasRole(piece, "of"));
  const parts = words.flatMap((piece) => partOf(state, piece) ?? []);
  if (isList(state, words)) for (const each of parts) ban(state.draft, each);
  // "No students list" is about students, unless the app keeps them.
  const part = parts.find((each) => isOther(state, each)) ?? parts.at(-1) ?? null;
  if (part?.startsWith("noun:") && words.some(isQualifier)) {
    settle(state, [...chunk.negators, ...chunk.pieces], refused(WHY[state.draft.locale].unknown));
    return;
  }
  const inherent = words.some((piece) => senseOf(piece, "inherent")) && part === null;
  if (part) ban(state.draft, part);
  if (part?.startsWith("noun:") && state.current && !state.draft.entities.includes(state.current))
    state.current = null;
  const disposition = inherent
    ? refused(WHY[state.draft.locale].always)
    : part || words.length > 0
      ? met(`absent.${(part ?? "other").replace(":", ".")}`)
      : context;
  settle(state, [...chunk.negators, ...chunk.pieces], disposition);
}

/** "Without photos tags ratings" names several parts, "no due date reminders" one. */
function isList({ draft }: State, words: readonly Piece[]): boolean {
  const isDetail = (piece: Piece) => Boolean(senseOf(piece, "field")) && partOf({ draft }, piece) !== null;
  return (
    words.length > 1 &&
    words.every(isDetail) &&
    (draft.locale !== "en" || words.slice(0, -1).every(({ text }) => /s$/i.test(text)))
  );
}

/** "No double bookings" forbids some of the bookings, not the bookings themselves. */
function isQualifier({ senses, text }: Piece): boolean {
  return senses.length === 0 && !/^\d/.test(text);
}

/** Whether a part is a kind of record that the app does not have. */
function isOther({ draft }: State, part: string): boolean {
  return part.startsWith("noun:") && !draft.entities.some(({ noun }) => `noun:${noun?.key}` === part);
}

/** The part that a negated word names: one that the app has, or could have. */
function partOf({ draft }: Pick<State, "draft">, piece: Piece): string | null {
  const fields = piece.senses.flatMap((sense) => (sense.is === "field" ? [sense.field] : []));
  const has = (key: string) =>
    draft.entities.some((entity) => entity.fields.some((each) => each.key === key));
  // The French "note" is a remark or a grade: the one that there is.
  const field = fields.find(({ key }) => has(key)) ?? fields[0];
  const noun = senseOf(piece, "noun")?.noun;
  const view = senseOf(piece, "view");
  const behaviour = senseOf(piece, "behaviour");
  const names = (entity: State["draft"]["entities"][number]) => entity.fields[0]?.key;
  if (
    field &&
    !draft.entities.some((entity) => names(entity) === field.key) &&
    (has(field.key) || (!view && !behaviour && !noun))
  )
    return `field:${field.key}`;
  if (view) return `view:${view.kind}`;
  if (behaviour) return `behaviour:${behaviour.kind}`;
  return noun ? `noun:${noun.key}` : null;
}
