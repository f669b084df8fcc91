import type { z } from "zod";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { instance, instanceWithSteps } from "#core/web/replies/instance.ts";
import { resultOf } from "#core/workflows/instances.ts";
import type { Run } from "#core/workflows/run.ts";

/** The API's representation of an execution. Never contains a task token. */
export function instanceReply(execution: Execution): z.input<typeof instance> {
  const { id, workflow, state, outcome, requester, team, trigger, gate, evidence } = execution;
  const { created_at, updated_at, ended_at } = execution;
  return {
    instance_id: id,
    workflow,
    state,
    outcome,
    requester,
    team,
    trigger: { kind: trigger.kind, ref: trigger.ref },
    gate_id: gate?.state === "open" ? gate.gate_id : null,
    error: (execution as Partial<Run>).error ?? null,
    created_at,
    updated_at,
    ended_at,
    seal_sha256: evidence?.seal_sha256 ?? null,
  };
}

/** Like {@link instanceReply}, with the steps or the result of a run. A mission has neither. */
export async function instanceWithStepsReply(
  services: WithArtifacts,
  execution: Execution,
): Promise<z.input<typeof instanceWithSteps>> {
  const { input = {}, records = [] } = execution as Partial<Run>;
  const steps = records.map(({ until_ms: _, ...record }) => record);
  const result = await resultOf(services, execution);
  return { ...instanceReply(execution), input, steps, result } as z.input<typeof instanceWithSteps>;
}
