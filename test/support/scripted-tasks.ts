import type { Clock } from "#local-cloud/states/clock.ts";
import { until } from "#local-cloud/states/clock.ts";
import type { EcsTask, TaskCall, TaskInvoker } from "#local-cloud/states/invoker.ts";
import type { Json, JsonObject } from "#local-cloud/states/json.ts";
import type { PendingTask } from "#local-cloud/states/pending.ts";

/**
 * A script answers with the task's result, throws the error the task ends with (its `name` is the error name), or
 * answers `silent` or `takes(...)`. `payload` is the Lambda's payload or ECS's RunTask
 * request. With `.sync` the answer's members become the stopped ECS task's own.
 */
type Script = (payload: any, call: TaskCall) => unknown;
export type Tasks = Record<string, Script>;

/** The task neither answers nor fails: its timeout or heartbeat decides. */
export const silent = Symbol("silent");

class Later {
  readonly seconds: number;
  readonly answer: () => unknown;
  constructor(seconds: number, answer: () => unknown) {
    this.seconds = seconds;
    this.answer = answer;
  }
}

/** The task takes `seconds` of virtual time, then answers what `answer` returns or throws. */
export const takes = (seconds: number, answer: () => unknown) => new Later(seconds, answer);

/** An error with the given name, as a task throws it. */
export const taskError = (name: string, message = name) => Object.assign(new Error(message), { name });

export function scriptedInvoker(tasks: Tasks) {
  const answers = new Map<string, PromiseSettledResult<unknown>>();
  const jobs = new Map<string, Promise<JsonObject>>();
  let flying = 0;
  let fault: Error | undefined;

  const invoker = (clock: Clock): TaskInvoker => {
    const forever = new AbortController().signal;
    const play = async (names: string[], payload: Json, call: TaskCall): Promise<Json> => {
      const script = names.map((name) => tasks[name]).find((found) => found !== undefined);
      if (!script) {
        fault = new Error(`no script for task ${names.join(" / ")}`);
        throw fault;
      }
      flying += 1;
      let landed = false;
      const land = () => {
        if (!landed) flying -= 1;
        landed = true;
      };
      try {
        const answer = await script(payload, call);
        if (answer !== silent && !(answer instanceof Later)) return (answer ?? null) as Json;
        land();
        if (answer instanceof Later) {
          await until(clock, clock.now() + answer.seconds * 1000, forever);
          return ((await answer.answer()) ?? null) as Json;
        }
        return await new Promise<never>(() => {});
      } finally {
        land();
      }
    };
    return {
      async lambda(name, payload, call) {
        const answer = play([call.state, name], payload, call);
        if (call.token !== undefined) return remember(answers, call.token, answer);
        return answer.then(
          (result) => ({ ok: true, payload: result }),
          (error: Error) => ({ ok: false, error: { errorType: error.name, errorMessage: error.message } }),
        );
      },
      ecs: {
        async runTask(request, call) {
          const taskArn = `arn:aws:ecs:us-east-1:000000000000:task/${jobs.size + 1}`;
          const answer = play([call.state], request, call);
          if (call.token !== undefined) await remember(answers, call.token, answer);
          else jobs.set(taskArn, answer.then(...stoppedTask(taskArn)));
          return { taskArn, lastStatus: "PROVISIONING" };
        },
        waitStopped: async (taskArn) => ({ taskArn, ...(await jobs.get(taskArn)) }) as EcsTask,
        stopTask: async () => {},
      },
    };
  };

  return {
    invoker,
    inFlight: () => flying,
    fault: () => fault,
    /** Hands the scripts' answers to the tasks that wait with a token; whether there was one. */
    answerTokens(pending: ReadonlyMap<string, PendingTask>): boolean {
      let answered = false;
      for (const waiting of pending.values()) {
        const answer = waiting.task.token === undefined ? undefined : answers.get(waiting.task.token);
        answered ||= answer !== undefined;
        if (answer?.status === "fulfilled") waiting.settle({ ok: true, output: answer.value as Json });
        else if (answer)
          waiting.settle({ ok: false, error: answer.reason.name, cause: answer.reason.message });
      }
      return answered;
    },
  };
}

function remember(
  answers: Map<string, PromiseSettledResult<unknown>>,
  token: string,
  answer: Promise<unknown>,
) {
  answer.then(
    (value) => answers.set(token, { status: "fulfilled", value }),
    (reason) => answers.set(token, { status: "rejected", reason }),
  );
  return { ok: true as const, payload: null };
}

/** How a job's script becomes a stopped task: exit code 0, or 1 with the error as the reason. */
function stoppedTask(taskArn: string) {
  const stopped = (exitCode: number, rest: object): JsonObject => ({
    taskArn,
    lastStatus: "STOPPED",
    containers: [{ name: "main", exitCode }],
    ...rest,
  });
  return [
    (result: Json) => stopped(0, (result ?? {}) as object),
    (error: Error) => stopped(1, { stoppedReason: error.message }),
  ] as const;
}
