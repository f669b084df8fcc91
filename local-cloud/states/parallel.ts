import { type Attempt, note, noted } from "./attempts.ts";
import { together } from "./children.ts";
import type { ParallelState } from "./definition.ts";
import type { Json } from "./json.ts";
import { limited, query } from "./visit.ts";

/** One attempt of a Parallel state: all branches have the same input; the first error ends the others. */
export async function runParallel(attempt: Attempt<ParallelState>): Promise<Json> {
  const { visit, key, focus } = attempt;
  const { scope, state, descend } = visit;
  let input = noted(attempt, "input");
  if (input === undefined) {
    input =
      state.Arguments === undefined
        ? visit.input
        : limited(visit, "Arguments", await query(visit, state.Arguments, "Arguments", focus));
    note(attempt, "input", input, { type: "ParallelStateStarted" });
  }
  const count = state.Branches.length;
  const outputs = await together(scope, count, count, async (i, child) => {
    const branch = state.Branches[i];
    if (!branch) throw new RangeError(`no branch ${i}`);
    return descend(branch, { ...child, path: `${key}/b${i}` }, input);
  });
  if (noted(attempt, "joined") === undefined)
    note(attempt, "joined", true, { type: "ParallelStateSucceeded" });
  return outputs;
}
