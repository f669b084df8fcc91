import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CloudRequest } from "#local-cloud/http.ts";
import type { OutputFunction } from "#local-cloud/vercel/output.ts";
import type { Reply } from "#local-cloud/vercel/reply.ts";
import type { Deployment } from "#local-cloud/vercel/state.ts";
import type { Store } from "#local-cloud/vercel/store.ts";
import { type FunctionProcess, startProcess } from "./process.ts";
import { type NoSandbox, prove, type SandboxOptions } from "./prove.ts";
import { reachable } from "./reachable.ts";
import { refusalOf } from "./refusal.ts";
import type { FunctionSandbox } from "./sandbox.ts";
import { stageDeployment, stageNode } from "./stage.ts";
import { bodyOf, forwarded, MAX_BODY, replyOf, TOO_LARGE } from "./wire.ts";

const LIMITS = { memoryBytes: 256 * 1024 * 1024, idleMs: 30_000, answerBytes: MAX_BODY };
const HEAP_MB = 128;
const SECONDS = 10;

/** Receives the output of functions, and the reason if none can run. */
export type AppLog = (
  level: "INFO" | "WARN",
  message: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

export interface Functions {
  call(
    deployment: Deployment,
    called: OutputFunction,
    req: CloudRequest,
    seen: { url: URL; headers: Record<string, string> },
  ): Promise<Reply>;
  close(): Promise<void>;
}

interface Options {
  readonly dir: string;
  readonly store: Store;
  readonly sandbox: SandboxOptions;
  readonly log: AppLog;
}

/**
 * Runs the functions of deployments: one process per deployment, started by a call and ended when idle. Each
 * runs in the machine's sandbox; without a working sandbox no function runs, and callers receive the reason.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the processes.
export function createFunctions({ dir, store, sandbox: isolation, log }: Options): Functions {
  const processes = new Map<string, FunctionProcess>();
  let stage: string | undefined;
  let node: string | undefined;
  let wrap: FunctionSandbox | undefined;
  const folderOf = ({ id }: Deployment): string => {
    stage ??= openStage(dir);
    return join(stage, id);
  };

  const stageFor = (deployment: Deployment) => {
    const cwd = folderOf(deployment);
    stageDeployment(cwd, store, deployment);
    node ??= stageNode(dirname(cwd));
    return { cwd, node };
  };

  const start = (sandbox: FunctionSandbox, deployment: Deployment): FunctionProcess => {
    const { cwd, node } = stageFor(deployment);
    const command = [node, `--max-old-space-size=${HEAP_MB}`, join(cwd, "worker.mts")];
    const wrapped = sandbox(command, { cwd, env: environment(deployment) });
    return startProcess(wrapped, cwd, LIMITS, (text) =>
      log("INFO", "app output", { app: deployment.label, output: text.trimEnd() }),
    );
  };
  /** Checked at each call until there is one, because it may be installed while Gantry runs. */
  const sandboxFor = async (deployment: Deployment): Promise<FunctionSandbox | NoSandbox> => {
    if (wrap) return wrap;
    const { node, cwd } = stageFor(deployment);
    const found = await prove(isolation, node, cwd);
    if (typeof found === "function") wrap = found;
    return found;
  };
  const running = (sandbox: FunctionSandbox, deployment: Deployment): FunctionProcess => {
    const found = processes.get(deployment.id);
    const process = found?.alive() ? found : start(sandbox, deployment);
    processes.set(deployment.id, process);
    return process;
  };

  return {
    async call(deployment, called, req, { url, headers }) {
      const body = await bodyOf(req);
      if (body === undefined) return TOO_LARGE;
      const { folder, config } = called;
      const sandbox = await sandboxFor(deployment);
      if (typeof sandbox !== "function") {
        log("WARN", "app refused", { app: deployment.label, reason: sandbox.message, fix: sandbox.fix });
        return refusalOf(req, sandbox);
      }
      const outcome = await running(sandbox, deployment).call(
        {
          file: join(folderOf(deployment), folder, config.handler),
          helpers: config.shouldAddHelpers ?? false,
          method: req.method ?? "GET",
          url: `${url.pathname}${url.search}`,
          headers: forwarded(req),
          body: body.toString("base64"),
        },
        Math.min(config.maxDuration ?? SECONDS, SECONDS) * 1000,
      );
      return replyOf(outcome, headers);
    },
    async close() {
      for (const process of processes.values()) process.kill();
      if (stage !== undefined && !reachable(dir)) rmSync(stage, { recursive: true, force: true });
    },
  };
}

/**
 * Creates the folder for functions: beside the journal, unless the user under which functions run cannot
 * access it.
 */
function openStage(dir: string): string {
  if (!reachable(dir)) return mkdtempSync(join(tmpdir(), "gantry-functions-"));
  mkdirSync(join(dir, "functions"), { recursive: true });
  // Permissions are granted for real paths; macOS's temporary folder is a link.
  return realpathSync(join(dir, "functions"));
}

/** The environment of a function, without variables of this process. */
const environment = ({ target }: Deployment): Record<string, string> => ({
  PATH: "/usr/bin:/bin",
  NODE_ENV: "production",
  VERCEL: "1",
  VERCEL_ENV: target ?? "preview",
  TZ: "UTC",
});
