import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Evaluate, Evaluation } from "./evaluation.ts";
import type { Json } from "./json.ts";
import { hasExpression, QueryError } from "./jsonata.ts";

/**
 * The reply of the process: the filled template, or the error. `expected`: the error is a fault of the
 * expression.
 */
export type EvaluationReply =
  | { readonly value: Json }
  | { readonly error: string; readonly expected: boolean };

export interface Evaluator {
  readonly evaluate: Evaluate;
  /** Ends the process. A running evaluation never settles. */
  close(): void;
}

export interface EvaluatorOptions {
  /**
   * Wall time of one template. Expressions that loop or recurse are limited by a number of steps, independent
   * of the machine; this limit ends an evaluation that spends the time inside one step, such as a regular
   * expression.
   */
  readonly seconds?: number;
  readonly memoryMb?: number;
}

interface Waiting {
  readonly evaluation: Evaluation;
  readonly resolve: (value: Json) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Evaluates in a separate process, one template at a time, so that no expression can block or end this one. A
 * thread is not sufficient: if a large allocation fails in it, V8 ends the whole process.
 */
export function createEvaluator({ seconds = 30, memoryMb = 128 }: EvaluatorOptions = {}): Evaluator {
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  const next = () => {
    if (current) return;
    current = queue.shift();
    if (!current) return child && release(child);
    child ??= start();
    hold(child);
    timer = setTimeout(() => replace(`takes longer than ${seconds} seconds`), seconds * 1000);
    child.send(current.evaluation);
  };
  const settle = (act: (waiting: Waiting) => void) => {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    if (done) act(done);
    next();
  };
  /** The next evaluation gets a new process. */
  const replace = (why: string) => {
    child?.removeAllListeners().kill("SIGKILL");
    child = undefined;
    settle(({ evaluation, reject }) => reject(exceeded(evaluation, why)));
  };
  const start = () => {
    const started = launch(memoryMb);
    started.on("message", (reply: EvaluationReply) =>
      settle(({ resolve, reject }) => {
        if ("value" in reply) resolve(reply.value);
        else reject(reply.expected ? new QueryError(reply.error) : new Error(reply.error));
      }),
    );
    const ended = () => replace(`ended its process, which may use ${memoryMb} MB of memory`);
    started.on("error", ended).on("exit", ended);
    return started;
  };

  return {
    evaluate: (evaluation) =>
      hasExpression(evaluation.template)
        ? new Promise((resolve, reject) => {
            queue.push({ evaluation, resolve, reject });
            next();
          })
        : Promise.resolve(evaluation.template),
    close() {
      clearTimeout(timer);
      queue.length = 0;
      child?.removeAllListeners().kill("SIGKILL");
    },
  };
}

/** Messages use structured clones; the process has no environment variables and no output. */
function launch(memoryMb: number): ChildProcess {
  return fork(fileURLToPath(new URL("./evaluation-process.ts", import.meta.url)), {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** An idle evaluation process must not keep this process running. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

/** With several expressions in one template, the one that exceeded the limit is unknown. */
function exceeded({ template, field }: Evaluation, why: string): QueryError {
  const text = typeof template === "string" ? `'${template.slice(2, -2).trim()}' ` : "";
  return new QueryError(`The JSONata expression ${text}specified for the field '${field}' ${why}.`);
}
