import { partIdOf } from "#core/factory/specification/names.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { OPTION_SETS } from "#local/brain/lexicon/options.ts";
import type { Chunk } from "./chunk.ts";
import { type DraftField, label } from "./draft.ts";
import { hasRole, senseOf } from "./pieces.ts";
import { met, now, type State, settle } from "./state.ts";

/** The indexes of chunks in parentheses, and of those that are options: "status (planned, done)", not "cars (brand, color)". */
export function optionLists(chunks: readonly Chunk[]): Record<"inside" | "options", ReadonlySet<number>> {
  const lists: number[][] = [];
  let open = false;
  chunks.forEach(({ marks }, at) => {
    if (marks.includes(")")) open = false;
    if (marks.includes("(")) {
      open = true;
      lists.push([]);
    }
    if (open) lists.at(-1)?.push(at);
  });
  const isDetail = (at: number) => chunks[at]?.pieces.some((piece) => senseOf(piece, "field"));
  const ofDetails = (list: readonly number[]) => {
    const details = list.filter(isDetail).length;
    return details > 1 && details * 2 > list.length;
  };
  return {
    inside: new Set(lists.flat()),
    options: new Set(lists.filter((list) => !ofDetails(list)).flat()),
  };
}

/** Reads an option of the choice that was named last; false if the last part is no choice or text. */
export function readOption(state: State, { pieces, before }: Chunk, first: boolean): boolean {
  const { last } = state;
  if (last?.is !== "field" || !["choice", "choices", "text"].includes(last.field.field.type)) return false;
  if (pieces.some(({ figure }) => figure)) return false;
  const { message, tokens } = now(state);
  const led = before.filter((piece) => !hasRole(piece, "and", "or"));
  const at = [...led, ...pieces].flatMap((piece) => piece.tokens);
  const name = message.slice(tokens[Math.min(...at)]?.start, tokens[Math.max(...at)]?.end);
  if (first) last.field.field = { ...last.field.field, options: [] };
  if (!addOption(last.field, label(name))) return false;
  settle(state, pieces, met(`entities.${last.entity.id}.${last.field.field.id}`));
  return true;
}

/** Adds an option to a choice, or makes a text one; false if it has no place there. */
export function addOption(of: DraftField, name: string): boolean {
  const { default: _default, ...field } = of.field;
  const options = field.options ?? [];
  if (options.some((option) => option.name.toLowerCase() === name.toLowerCase())) return true;
  if (options.length === 20 || name.length > 60) return false;
  const id = partIdOf(name, "option", new Set(options.map((option) => option.id)));
  of.field = {
    ...field,
    type: field.type === "choices" ? "choices" : "choice",
    options: [...options, { id, name, ...(DONE.test(name) && { done: true }) }],
  };
  return true;
}

/** Whether a word is one of those that people choose between, or says that something was done: "confirmed". */
export function isOptionWord(name: string): boolean {
  return (
    OPTION_NAMES.has(name.toLowerCase()) || /^\p{L}{3,}(ed|ced|ted|iert|é|ée|ado|ada|ido|ida)$/u.test(name)
  );
}

const OPTION_NAMES: ReadonlySet<string> = new Set(
  OPTION_SETS.flatMap(({ options }) =>
    options.flatMap((option) => LOCALES.map((locale) => option[locale].toLowerCase())),
  ),
);

const DONE =
  /^(done|finished|completed|closed|erledigt|fertig|abgeschlossen|fait|terminée?|fini|hecho|terminad[oa]|cerrad[oa])$/i;
