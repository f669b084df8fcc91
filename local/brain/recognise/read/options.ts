import { partIdOf } from "#core/factory/specification/names.ts";
import type { Chunk } from "./chunks.ts";
import { label } from "./draft.ts";
import { met, now, type State, settle } from "./state.ts";

/** The indexes of chunks in parentheses: "status (planned, active, done)". */
export function optionLists(chunks: readonly Chunk[]): ReadonlySet<number> {
  const listed = new Set<number>();
  let open = false;
  chunks.forEach(({ marks }, at) => {
    if (marks.includes(")")) open = false;
    if (marks.includes("(")) open = true;
    if (open) listed.add(at);
  });
  return listed;
}

/** Reads an option of the choice that was named last; false if the last part is no choice or text. */
export function readOption(state: State, { pieces }: Chunk, first: boolean): boolean {
  const { last } = state;
  if (last?.is !== "field" || !["choice", "choices", "text"].includes(last.field.field.type)) return false;
  if (pieces.some(({ figure }) => figure)) return false;
  const { message, tokens } = now(state);
  const at = pieces.flatMap((piece) => piece.tokens);
  const name = message.slice(tokens[Math.min(...at)]?.start, tokens[Math.max(...at)]?.end);
  const { field } = last.field;
  const options = first ? [] : (field.options ?? []);
  const id = partIdOf(name, "option", new Set(options.map((option) => option.id)));
  if (options.length === 20 || name.length > 60) return false;
  const { default: _default, ...rest } = field;
  last.field.field = {
    ...rest,
    type: field.type === "choices" ? "choices" : "choice",
    options: [...options, { id, name: label(name), ...(DONE.test(name) && { done: true }) }],
  };
  settle(state, pieces, met(`entities.${last.entity.id}.${field.id}`));
  return true;
}

const DONE =
  /^(done|finished|completed|closed|erledigt|fertig|abgeschlossen|fait|terminée?|fini|hecho|terminad[oa]|cerrad[oa])$/i;
