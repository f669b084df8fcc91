import { type Attempt, note, noted } from "./attempts.ts";
import { StateError } from "./errors.ts";
import { DATA_LIMIT, type Json, jsonBytes } from "./json.ts";
import type { Outcome, PendingTask, ScheduledTask } from "./pending.ts";
import { taskEvents } from "./task-events.ts";

export function openPending(attempt: Attempt, task: ScheduledTask): PendingTask {
  const { clock, pending } = attempt.visit.run;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const cancels = new Map<string, () => void>();
  let open = true;
  const settle = (given: Outcome) => {
    if (!open) return false;
    const outcome = withinLimit(given);
    note(attempt, "outcome", outcome as Json, taskEvents(task, attempt.visit.run.region).ended(outcome));
    self.close();
    resolve(outcome);
    return true;
  };
  const expire = (timer: string, time: number, error: string) => {
    cancels.get(timer)?.();
    cancels.set(
      timer,
      clock.at(time, () => void settle({ ok: false, error })),
    );
  };
  const expectBeat = (since: number) => {
    if (task.heartbeat !== undefined)
      expire("heartbeat", since + task.heartbeat * 1000, "States.HeartbeatTimeout");
  };
  const self: PendingTask = {
    task,
    done: promise,
    settle,
    beat() {
      const now = clock.now();
      note(attempt, "beat", now);
      expectBeat(now);
    },
    close() {
      open = false;
      for (const cancel of cancels.values()) cancel();
      pending.delete(attempt.key);
    },
  };
  pending.set(attempt.key, self);
  if (task.timeout !== undefined) expire("timeout", task.at + task.timeout * 1000, "States.Timeout");
  expectBeat((noted(attempt, "beat") as number | undefined) ?? task.at);
  return self;
}

export function failed(error: StateError): Outcome {
  return { ok: false, error: error.error, ...(error.detail === undefined ? {} : { cause: error.detail }) };
}

function withinLimit(outcome: Outcome): Outcome {
  if (!outcome.ok || jsonBytes(outcome.output) <= DATA_LIMIT) return outcome;
  const cause = "The task returned a result with a size exceeding the maximum number of bytes service limit.";
  return failed(new StateError("States.DataLimitExceeded", cause));
}
