import { label } from "./draft.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { met, now, type State, settle } from "./state.ts";

/** Reads "rename notes to remarks": the name changes, the identifier stays. */
export function readRenaming(state: State, pieces: readonly Piece[]): boolean {
  const from = pieces.findIndex((piece) => hasRole(piece, "rename"));
  const to = pieces.findIndex((piece, at) => at > from + 1 && hasRole(piece, "to"));
  if (from < 0 || to < 0 || state.draft.entities.length === 0) return false;
  const old = pieces.slice(from + 1, to).filter((piece) => !piece.function);
  const after = pieces.slice(to + 1);
  const end = after.findIndex(({ text }) => /^[,.;!?\n]$/.test(text));
  const fresh = (end < 0 ? after : after.slice(0, end)).filter(
    (piece) => !piece.function || piece.senses.length === 0,
  );
  const { message, tokens } = now(state);
  const name = message
    .slice(tokens[fresh[0]?.tokens[0] ?? -1]?.start ?? 0, tokens[fresh.at(-1)?.tokens.at(-1) ?? -1]?.end ?? 0)
    .trim();
  if (name === "" || old.length === 0) return false;
  for (const entity of state.draft.entities) {
    const field = entity.fields.find((each) =>
      old.some(
        (piece) =>
          senseOf(piece, "field")?.field.key === each.key ||
          piece.text.toLowerCase() === each.field.name.toLowerCase(),
      ),
    );
    if (field) {
      field.field = { ...field.field, name: label(name) };
      settle(state, pieces, met(`entities.${entity.id}.${field.field.id}`));
      return true;
    }
    if (old.some((piece) => senseOf(piece, "noun")?.noun.key === entity.key)) {
      entity.plural = label(name);
      settle(state, pieces, met(`entities.${entity.id}`));
      return true;
    }
  }
  return false;
}
