import type { Chunk } from "./chunk.ts";
import { label } from "./draft.ts";
import { addOption } from "./options.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { context, met, type State, settle } from "./state.ts";

const EXAMPLE =
  /^(like|such as|for example|for instance|wie|wie zum beispiel|zum beispiel|beispielsweise|comme|tels? que|telles? que|par exemple|como|tal como|tales como|por ejemplo)$/i;

/** "Habits like running": whether a word after a name opens a list of examples; "a feed like Instagram" compares. */
export function opensExamples(pieces: readonly Piece[], at: number, before: Piece | undefined): boolean {
  if (!before || !EXAMPLE.test(pieces[at]?.text ?? "")) return false;
  const named = senseOf(before, "noun") ?? senseOf(before, "field");
  const compared = pieces
    .slice(at + 1, at + 4)
    .some(({ senses }) => senses.some(({ is }) => COMPARED.has(is)));
  return named !== undefined && !compared;
}

const COMPARED = new Set([
  "product",
  "look",
  "view",
  "behaviour",
  "container",
  "color",
  "unbuildable",
  "beyond",
]);

/** Marks the chunks that go on with a list of examples. */
export function withExamples(chunks: readonly Chunk[]): Chunk[] {
  let open = false;
  return chunks.map((chunk) => {
    const goesOn =
      chunk.marks.every((mark) => mark === ",") &&
      chunk.lead.every((role) => role === "and" || role === "or") &&
      chunk.negators.length === 0;
    open = chunk.examples === true || (open && goesOn);
    return open ? { ...chunk, examples: true } : chunk;
  });
}

/** Examples of a choice are its options; other examples ask for nothing. */
export function readExample(state: State, { pieces }: Chunk): void {
  const { last } = state;
  const isChoice = last?.is === "field" && ["choice", "choices"].includes(last.field.field.type);
  const name = pieces.map(({ text }) => text).join(" ");
  if (isChoice && addOption(last.field, label(name)))
    settle(state, pieces, met(`entities.${last.entity.id}.${last.field.field.id}`));
  else settle(state, pieces, context);
}
