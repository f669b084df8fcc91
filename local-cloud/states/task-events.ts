import type { Json, JsonObject } from "./json.ts";
import type { EventDraft } from "./ledger.ts";
import type { Outcome, ScheduledTask } from "./pending.ts";

interface TaskEvents {
  readonly scheduled: EventDraft;
  readonly started: EventDraft;
  submitted(receipt: Json): EventDraft;
  ended(outcome: Outcome): EventDraft;
}

/** A plain Lambda ARN has LambdaFunction* events in the history, a service integration Task* events. */
export function taskEvents(task: ScheduledTask, region: string): TaskEvents {
  const { resource } = task;
  const kind = resource.direct ? "LambdaFunction" : "Task";
  const suffix = { request: "", sync: ".sync", token: ".waitForTaskToken" }[resource.pattern];
  const named: JsonObject = resource.direct
    ? {}
    : { resourceType: resource.service, resource: `${resource.action}${suffix}` };
  const limits: JsonObject = {
    ...(task.timeout === undefined ? {} : { timeoutInSeconds: task.timeout }),
    ...(task.heartbeat === undefined ? {} : { heartbeatInSeconds: task.heartbeat }),
  };
  const args = JSON.stringify(task.args);
  const scheduled: JsonObject = resource.direct
    ? { resource: resource.direct, input: args, inputDetails: { truncated: false } }
    : { region, parameters: args };
  const ended = (outcome: Outcome): EventDraft => {
    if (outcome.ok) return { type: `${kind}Succeeded`, details: { ...named, ...outputOf(outcome.output) } };
    const type = TIMEOUTS.has(outcome.error) ? `${kind}TimedOut` : `${kind}Failed`;
    const cause: JsonObject = outcome.cause === undefined ? {} : { cause: outcome.cause };
    return { type, details: { ...named, error: outcome.error, ...cause } };
  };
  return {
    scheduled: { type: `${kind}Scheduled`, details: { ...named, ...scheduled, ...limits } },
    started: { type: `${kind}Started`, ...(resource.direct ? {} : { details: named }) },
    submitted: (receipt) => ({ type: "TaskSubmitted", details: { ...named, ...outputOf(receipt) } }),
    ended,
  };
}

const TIMEOUTS = new Set(["States.Timeout", "States.HeartbeatTimeout"]);

export const outputOf = (output: Json): JsonObject => ({
  output: JSON.stringify(output),
  outputDetails: { truncated: false },
});
