import { askView } from "./ask-part.ts";
import type { Chunk } from "./chunk.ts";
import { fieldOfType } from "./details.ts";
import type { DraftEntity, DraftField } from "./draft.ts";
import { label } from "./draft.ts";
import { addOption, isOptionWord } from "./options.ts";
import { senseOf } from "./pieces.ts";
import { met, now, type State, settle } from "./state.ts";

/**
 * "Kanban for bugs: new, confirmed, in progress, fixed": the list after a board of records names its columns. Returns the
 * number of chunks that it takes, 0 for a list of something else.
 */
export function readColumns(state: State, chunks: readonly Chunk[]): number {
  const entity = state.current;
  if (!entity || !chunks[0]?.marks.includes(":") || !hasBoard(state, entity)) return 0;
  const end = chunks.findIndex(({ marks }, at) => at > 0 && !marks.every((mark) => mark === ","));
  const list = chunks.slice(0, end < 0 ? chunks.length : end);
  const names = list.flatMap((chunk) => textOf(state, chunk).split(/\s*,\s*/));
  const known = names.filter((name) => isOptionWord(name)).length;
  if (names.length < 3 || known * 2 < names.length || names.some((name) => name.length > 30)) return 0;
  askView(state, "board", entity);
  const field = columnField(state, entity);
  field.field = { ...field.field, options: [] };
  for (const name of names) addOption(field, label(name));
  const [first] = field.field.options ?? [];
  if (first) field.field = { ...field.field, default: first.id };
  for (const { before, pieces } of list)
    settle(state, [...before, ...pieces], met(`entities.${entity.id}.${field.field.id}`));
  state.last = { is: "field", field, entity };
  return list.length;
}

/** Whether a message asks for a board of the records. */
function hasBoard({ draft }: State, entity: DraftEntity): boolean {
  return draft.views.some((view) => view.kind === "board" && view.entity === entity);
}

/** The choice that a board goes by. */
function columnField({ draft }: State, entity: DraftEntity): DraftField {
  const board = draft.views.find((view) => view.kind === "board" && view.entity === entity);
  const usual = entity.noun?.views.find(({ kind }) => kind === "board")?.fields[0];
  const key = board?.field ?? usual ?? fieldOfType(draft, entity, ["choice"], "status");
  return entity.fields.find((field) => field.key === key) as DraftField;
}

/** The words of a chunk with those that lead it: "in progress". */
function textOf(state: State, { before, pieces }: Chunk): string {
  const { message, tokens } = now(state);
  const all = [...before, ...pieces]
    .filter((piece) => !senseOf(piece, "container"))
    .flatMap((piece) => piece.tokens);
  return message.slice(tokens[Math.min(...all)]?.start, tokens[Math.max(...all)]?.end);
}
