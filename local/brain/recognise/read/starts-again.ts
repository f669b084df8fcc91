import type { Chunk } from "./chunk.ts";
import { isFiller } from "./item.ts";
import { hasRole, senseOf } from "./pieces.ts";

/** Whether a later message asks for another app: "no, actually build a recipe book". */
export function startsAgain(chunks: readonly Chunk[]): boolean {
  const at = chunks.findIndex(({ pieces, negators }) => pieces.length > 0 && negators.length === 0);
  const chunk = chunks[at];
  if (!chunk) return false;
  const before = chunks.slice(0, at + 1).flatMap((each) => each.before);
  if (before.some(({ text }) => THIS.test(text)) || chunk.lead.includes("add") || chunk.lead.includes("with"))
    return false;
  const restarts = before.some((piece) => hasRole(piece, "restart"));
  const builds = before.some((piece) => hasRole(piece, "build"));
  const naming = chunk.pieces.filter((piece) => !isFiller(piece));
  const noun = naming.some((piece) => senseOf(piece, "noun"));
  const app = naming.some((piece) => senseOf(piece, "container") || senseOf(piece, "product"));
  const look = naming.some((piece) => senseOf(piece, "color"));
  return (restarts && builds && !look) || ((restarts || builds) && noun && app);
}

const THIS = /^(it|that|this|them|es|sie|das|ihn|la|le|les|lo|los)$/i;
