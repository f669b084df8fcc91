import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "#cli/context.ts";
import { Interrupted, Unreachable } from "#cli/errors.ts";
import { type RunReply, runReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import { nodesOf } from "#core/workflows/plan.ts";

const POLL_MS = 500;
/** How long to wait for a service that restarts. */
const PATIENCE_MS = 60_000;

/** Prints each step of a run once it succeeds or fails. Returns the run when its evidence is sealed. */
export async function followRun(
  context: Context,
  id: string,
  definition: StepsDefinition,
): Promise<RunReply> {
  const titles = new Map(nodesOf(definition.steps).map(({ step }) => [step.id, step.title]));
  const shown = new Set<string>();
  try {
    for (;;) {
      const run = await readRun(context, id);
      for (const { step, undo, state } of run.steps) {
        const line = `${undo ? "Undone: " : ""}${titles.get(step) ?? step}: ${state}`;
        if (!["succeeded", "failed"].includes(state) || shown.has(line)) continue;
        shown.add(line);
        context.out.line(text`  ${line}`);
      }
      if (run.seal_sha256 !== null) return run;
      await pause(POLL_MS, undefined, { signal: context.signal });
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw new Interrupted(`It continues as ${id}.`);
  }
}

/** The run, through a restart of the service. */
async function readRun({ api, signal }: Context, id: string): Promise<RunReply> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await api.call("instance", { id }, runReply);
    } catch (error) {
      if (!(error instanceof Unreachable) || performance.now() > deadline) throw error;
      await pause(POLL_MS, undefined, { signal });
    }
  }
}
