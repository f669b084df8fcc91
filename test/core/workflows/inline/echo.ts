import { settleInline } from "#core/evidence/run-ended.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { human } from "#core/identity/actor.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import type { Json } from "#core/kernel/json.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import type { InlineDefinition } from "#core/workflows/definition.ts";
import type { InlineJob } from "#core/workflows/inline/inline.ts";
import { type NewInlineRun, runInline } from "#core/workflows/inline/run-inline.ts";
import { sweepRuns } from "#core/workflows/inline/sweep-runs.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import { deliver, entriesOf } from "#test/core/delivery/outbox.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";

/** A workflow of machine `inline`, whose work tests give. */
export const ECHO: InlineDefinition = {
  id: "test.echo",
  version: "1",
  title: "Say it again",
  machine: "inline",
  input: ["words"],
  active_seconds: 20,
};

export const RUN = { tenant: OWNER.tenant, execution_id: "run_1" };
export const REF = runRef(RUN.tenant, RUN.execution_id);

export type Work = (world: World, job: InlineJob) => Promise<Json>;

export const echo: Work = async (_, { input }) => ({ said: input.words ?? "" });

/** Begins the run, or finds it there, as a request does that is repeated under its key. */
export async function runEcho(
  world: World,
  work: Work = echo,
  given: Partial<NewInlineRun> = {},
): Promise<Run> {
  return runInline<World>(
    world,
    {
      tenant: RUN.tenant,
      id: RUN.execution_id,
      definition: ECHO,
      policy: await pinPolicy(world, given.tenant ?? RUN.tenant),
      actor: human(OWNER),
      team: null,
      trigger: { kind: "person", ref: OWNER.principal, context: {} },
      depth: 1,
      input: { words: "hello" },
      ...given,
    },
    { work },
  );
}

export const runOf = (world: World): Promise<Run | null> => world.ledger.load<Run>(REF);
export const signalsOf = (world: World): Promise<Signal[]> => world.ledger.signals(REF, 0, 100);
export const typesOf = async (world: World): Promise<string[]> =>
  (await signalsOf(world)).map(({ type, data }) => (data.to as string | undefined) ?? type);

/** Whether the run is on the list of those that are looked at again. */
export const isPending = (world: World): boolean => world.store.items().some(({ sk }) => sk === "PENDING");

/** The function that seals, for every run that it was asked for. */
export async function sealAsked(world: World): Promise<void> {
  for (const run of world.sealer.asked.splice(0)) await settleInline(world, run);
}

/** What follows from the signals so far: the relay, and the seal that it asks for. */
export async function follow(world: World): Promise<void> {
  await deliver(world, entriesOf(world, REF));
  await sealAsked(world);
}

/** A sweep after all runs were due, and what follows from it. */
export async function sweepLater(world: World): Promise<ReturnType<typeof sweepRuns>> {
  world.clock.advance(600_000);
  const swept = await sweepRuns(world);
  await sealAsked(world);
  return swept;
}

export const packOf = (world: World): Uint8Array | undefined =>
  world.vault.all.get(evidencePath(RUN.tenant, RUN.execution_id));

export function verdictOn(zip: Uint8Array) {
  return verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: RUN.execution_id,
    pinned_key: "key",
    checkSignature: () => true,
  });
}
