import { expect } from "@jest/globals";
import { z } from "zod";
import type { DirectiveState } from "#core/directives/directive.ts";
import { DIRECTIVE_EDGES } from "#core/directives/directive.ts";
import type { Subject } from "#core/directives/records.ts";
import type { EffectCall, EffectTool, Idempotency, ToolVerdict } from "#core/directives/tool.ts";
import { allSignals } from "#core/evidence/root.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missions } from "#core/factory/mission/missions.ts";
import { requireGoing } from "#core/factory/steps/context.ts";
import { type ErrorCode, GantryError } from "#core/kernel/errors.ts";
import { memoryWorld, POLICY, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";

/** Effects of a test: what happened outside, and how often it was asked to. */

const input = z.strictObject({ to: z.string().min(1) });
type Args = z.infer<typeof input>;
type Result = { url: string };
type Executor = (call: EffectCall<Args>) => Promise<Result>;

/** A mission as the subject of effects, read again for each change. */
export function subjectOf(
  { ledger }: Pick<World, "ledger">,
  execution: string = MISSION.mission_id,
): Subject {
  const { tenant } = MISSION;
  const ref = missionRef(tenant, execution);
  return {
    tenant,
    execution,
    append: (decide) => ledger.append(missions, ref, decide),
    requireGoing: (state) => requireGoing(state as Mission),
  };
}

export const ARGS: Args = { to: "someone" };

/** An outside world whose answers to each request are the `failures`, then success. */
export function outside(failures: readonly (ErrorCode | null)[] = []) {
  const effects: string[] = [];
  const asked: string[] = [];
  const act: Executor = async ({ key }) => {
    asked.push(key);
    const failure = failures[asked.length - 1];
    if (failure) throw new GantryError(failure, "not now");
    effects.push(key);
    return { url: "https://x.test" };
  };
  return { effects, asked, act };
}

/** A tool of this kind that acts on an outside world; the world keeps to one effect per key where it must. */
export function toolOf(
  idempotency: Idempotency,
  there: Pick<ReturnType<typeof outside>, "act" | "effects">,
): EffectTool<Args, Result, unknown> {
  const done = (key: string) => (there.effects.includes(key) ? { url: "https://x.test" } : null);
  const row = { name: `test.${idempotency}`, input, kind: "effect", risk: "low" } as const;
  if (idempotency === "probe")
    return {
      ...row,
      idempotency,
      probe: async (_, { key }) => done(key),
      execute: (_, call) => there.act(call),
    };
  return {
    ...row,
    idempotency,
    execute: async (_, call) => (idempotency === "key" ? done(call.key) : null) ?? there.act(call),
  };
}

/** A world with one mission, whose policy has this verdict on the tools of tests. */
export async function worldWith(verdict: ToolVerdict = "allow"): Promise<World> {
  const directives = {
    ...POLICY.directives,
    "test.key": verdict,
    "test.probe": verdict,
    "test.none": verdict,
  };
  const world = memoryWorld({ policy: { ...POLICY, directives } });
  await createMission(world);
  return world;
}

/** The states that the log tells of, oldest first; every step must be an edge. */
export async function statesOf(world: World): Promise<DirectiveState[]> {
  const signals = await allSignals(world.ledger, missionRef(MISSION.tenant, MISSION.mission_id));
  const states = signals.flatMap(({ type, data }) =>
    type === "gantry.directive.changed" ? [data.state as DirectiveState] : [],
  );
  for (const [index, to] of states.slice(1).entries())
    expect(DIRECTIVE_EDGES[states[index] as DirectiveState]).toContain(to);
  return states;
}
