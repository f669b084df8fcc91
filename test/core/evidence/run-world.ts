import { RUN_EVIDENCE } from "#core/evidence/run-evidence.ts";
import type { Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { evidencePath, putArtifact } from "#core/kernel/artifacts.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import { beginRun } from "#core/workflows/begin-run.ts";
import type { Definition } from "#core/workflows/definition.ts";
import { type Run, runRef, runs } from "#core/workflows/run.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { definition, tool } from "../workflows/definitions.ts";

export const RUN = { tenant: "tn_1", execution_id: "run_1" };
const REF = runRef(RUN.tenant, RUN.execution_id);
export const POLICY = '{"policy":"of a test"}';
export const DEFINITION: Definition = definition([tool("first"), tool("second")]);

const STARTED = runFact("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null });
const done = (step: string) =>
  runFact("gantry.step.changed", { step, undo: false, state: "succeeded", attempt: 1, result: {} });

/** A world with a run of two steps, both of which are done. */
export async function doneRun(steps = ["first", "second"]): Promise<World> {
  const world = memoryWorld();
  await putArtifact(world.artifacts, RUN.tenant, POLICY);
  await beginRun(world, {
    tenant: RUN.tenant,
    id: RUN.execution_id,
    definition: DEFINITION,
    policy: { id: "policy", version: "1", sha256: sha256Hex(POLICY) },
    actor: { kind: "human", id: "alice" },
    team: null,
    trigger: { kind: "person", ref: "alice", context: {} },
    depth: 1,
    input: {},
  });
  await append(world, STARTED, ...steps.map(done));
  return world;
}

export const append = (world: World, ...drafts: SignalDraft[]) =>
  world.ledger.append(runs, REF, () => ({ drafts }));
export const runOf = async (world: World): Promise<Run> => (await world.ledger.load<Run>(REF)) as Run;
export const logOf = (world: World): Promise<Signal[]> => world.ledger.signals(REF, 0, 500);

/** The sealed pack of the run. */
export const packOf = (world: World) =>
  world.vault.all.get(evidencePath(RUN.tenant, RUN.execution_id)) as Uint8Array;

/** The verdict on a pack under a signature that is right, and its reasons. */
export function judge(zip: Uint8Array, execution = RUN.execution_id): Verdict {
  return verifyPack([RUN_EVIDENCE], { zip, execution, pinned_key: "key", checkSignature: () => true });
}
export function codes(zip: Uint8Array): string[] {
  const { verdict, reasons } = judge(zip);
  return [verdict, ...reasons.map(({ code }) => code)];
}
