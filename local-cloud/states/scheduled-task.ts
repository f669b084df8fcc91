import { type Attempt, note, noted } from "./attempts.ts";
import type { TaskState } from "./definition.ts";
import type { Json } from "./json.ts";
import type { ScheduledTask } from "./pending.ts";
import { isSeconds } from "./plain-states.ts";
import { argumentsRefusal, parseResource } from "./resource.ts";
import { taskEvents } from "./task-events.ts";
import { failure, limited, query, queryTyped } from "./visit.ts";

export async function schedule(attempt: Attempt<TaskState>): Promise<ScheduledTask> {
  const earlier = noted(attempt, "scheduled") as ScheduledTask | undefined;
  if (earlier) return earlier;
  const { visit } = attempt;
  const resource = parseResource(visit.state.Resource);
  if (!resource)
    throw failure(visit, "States.Runtime", `The resource '${visit.state.Resource}' is not supported.`);
  const token = resource.pattern === "token" ? visit.run.newToken(attempt.key) : undefined;
  const focus = token === undefined ? attempt.focus : { ...attempt.focus, token };
  const args = limited(
    visit,
    "Arguments",
    await query(visit, visit.state.Arguments ?? visit.input, "Arguments", focus),
  );
  const refusal = argumentsRefusal(resource, args);
  if (refusal) throw failure(visit, "States.Runtime", refusal);
  const timeout = await secondsOf(attempt, "TimeoutSeconds");
  const heartbeat = await secondsOf(attempt, "HeartbeatSeconds");
  const task: ScheduledTask = {
    resource,
    args,
    at: visit.run.clock.now(),
    ...(timeout === undefined ? {} : { timeout }),
    ...(heartbeat === undefined ? {} : { heartbeat }),
    ...(token === undefined ? {} : { token }),
  };
  const { scheduled, started } = taskEvents(task, visit.run.region);
  note(attempt, "scheduled", task as unknown as Json, scheduled, started);
  return task;
}

async function secondsOf(
  { visit, focus }: Attempt<TaskState>,
  field: "TimeoutSeconds" | "HeartbeatSeconds",
): Promise<number | undefined> {
  const given = visit.state[field];
  return given === undefined
    ? undefined
    : queryTyped(visit, given, field, isSeconds, "0 to 99999999 seconds", focus);
}
