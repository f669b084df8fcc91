import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { treeMemory } from "./memory.ts";
import { spawnWrapped, type Wrapped } from "./sandbox.ts";

interface Call {
  readonly file: string;
  readonly helpers: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

export type Failure = "failed" | "timeout" | "too_large";
export type Outcome =
  | { readonly failure: Failure }
  | {
      readonly failure?: never;
      readonly status: number;
      readonly headers: Record<string, string | string[]>;
      readonly body: Buffer;
    };

export interface FunctionProcess {
  call(call: Call, ms: number): Promise<Outcome>;
  /** False after it has ended; a new process is started for the next call. */
  alive(): boolean;
  kill(): void;
}

interface Limits {
  readonly memoryBytes: number;
  readonly idleMs: number;
  readonly answerBytes: number;
}

/**
 * Runs a worker and exchanges lines of JSON with it. Ends it if it is idle, uses too much memory or does not
 * respond.
 */
export function startProcess(
  wrapped: Wrapped,
  cwd: string,
  limits: Limits,
  log: (text: string) => void,
): FunctionProcess {
  const child = spawnWrapped(wrapped, cwd);
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let [next, alive, idleSince] = [0, true, Date.now()];

  const end = () => {
    alive = false;
    clearInterval(watch);
    child.kill("SIGKILL");
    for (const settle of waiting.values()) settle({ failure: "failed" });
    waiting.clear();
  };
  const watch = setInterval(() => {
    const idle = waiting.size === 0 && Date.now() - idleSince > limits.idleMs;
    if (idle || treeMemory(child.pid ?? 0) > limits.memoryBytes) end();
  }, 500);
  watch.unref();

  child.once("exit", end);
  child.once("error", end);
  child.stdin.on("error", end);
  child.stderr.setEncoding("utf8").on("data", (text: string) => log(text.slice(0, 10_000)));
  // Limits the length of a line, because the process is untrusted.
  countLines(child, limits.answerBytes * 2, end);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const answer = parsed(line);
    const settle = answer && waiting.get(answer.id);
    if (answer && settle) settle(outcomeOf(answer, limits.answerBytes));
  });

  return {
    alive: () => alive,
    kill: end,
    call: (call, ms) =>
      new Promise((resolve) => {
        if (!alive) return resolve({ failure: "failed" });
        const id = next++;
        const timer = setTimeout(() => {
          settle({ failure: "timeout" });
          end();
        }, ms);
        const settle = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(id);
          idleSince = Date.now();
          resolve(outcome);
        };
        waiting.set(id, settle);
        child.stdin.write(`${JSON.stringify({ id, ...call })}\n`);
      }),
  };
}

interface Answer {
  readonly id: number;
  readonly failed?: boolean;
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

function parsed(line: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "id" in value ? (value as Answer) : undefined;
  } catch {
    return undefined;
  }
}

function outcomeOf(answer: Answer, limit: number): Outcome {
  const { failed, status, headers = {}, body = "" } = answer;
  if (failed || !Number.isInteger(status)) return { failure: "failed" };
  const bytes = Buffer.from(String(body), "base64");
  if (bytes.length > limit) return { failure: "too_large" };
  return { status: status as number, headers, body: bytes };
}

function countLines(child: ChildProcess, limit: number, exceeded: () => void): void {
  let length = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    const newline = chunk.lastIndexOf(0x0a);
    length = newline === -1 ? length + chunk.length : chunk.length - newline;
    if (length > limit) exceeded();
  });
}
