import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CloudRequest, readBody, ServiceError } from "#local/http.ts";
import type { OutputFunction } from "#local/vercel/output.ts";
import { errorReply, type Reply } from "#local/vercel/reply.ts";
import type { Deployment } from "#local/vercel/state.ts";
import type { Store } from "#local/vercel/store.ts";
import { type Failure, type FunctionProcess, type Outcome, startProcess } from "./process.ts";
import { reachable } from "./reachable.ts";
import type { FunctionSandbox } from "./sandbox.ts";
import { stageDeployment, stageNode } from "./stage.ts";

/** Vercel's limit for bodies in both directions. */
const BODY = 4_500_000;
const LIMITS = { memoryBytes: 256 * 1024 * 1024, idleMs: 30_000, answerBytes: BODY };
const HEAP_MB = 128;
const SECONDS = 10;

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
  readonly wrap: FunctionSandbox;
  readonly log: (line: string) => void;
}

/** Runs the functions of deployments: a process per deployment, started when called, ended when idle. */
export function createFunctions({ dir, store, wrap, log }: Options): Functions {
  const processes = new Map<string, FunctionProcess>();
  let stage: string | undefined;
  let node: string | undefined;
  const folderOf = ({ id }: Deployment): string => {
    stage ??= openStage(dir);
    return join(stage, id);
  };

  const start = (deployment: Deployment): FunctionProcess => {
    const cwd = folderOf(deployment);
    stageDeployment(cwd, store, deployment);
    node ??= stageNode(dirname(cwd));
    const command = [node, `--max-old-space-size=${HEAP_MB}`, join(cwd, "worker.mts")];
    const wrapped = wrap(command, { cwd, env: environment(deployment) });
    return startProcess(wrapped, cwd, LIMITS, (text) => log(`${deployment.label}: ${text}`));
  };
  const running = (deployment: Deployment): FunctionProcess => {
    const found = processes.get(deployment.id);
    const process = found?.alive() ? found : start(deployment);
    processes.set(deployment.id, process);
    return process;
  };

  return {
    async call(deployment, called, req, { url, headers }) {
      const body = await bodyOf(req);
      if (body === undefined) return TOO_LARGE;
      const { folder, config } = called;
      const outcome = await running(deployment).call(
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

/** Where functions lie: beside the journal, unless the user they run as cannot get there. */
function openStage(dir: string): string {
  if (!reachable(dir)) return mkdtempSync(join(tmpdir(), "gantry-functions-"));
  mkdirSync(join(dir, "functions"), { recursive: true });
  // Permissions are given for real paths; macOS's temporary folder is a link.
  return realpathSync(join(dir, "functions"));
}

/** What a function may know of its surroundings; nothing of ours. */
const environment = ({ target }: Deployment): Record<string, string> => ({
  PATH: "/usr/bin:/bin",
  NODE_ENV: "production",
  VERCEL: "1",
  VERCEL_ENV: target ?? "preview",
  TZ: "UTC",
});

/** The body, or undefined when it is too large; a stated length spares reading it. */
async function bodyOf(req: CloudRequest): Promise<Buffer | undefined> {
  if (Number(req.headers["content-length"] ?? 0) > BODY) return undefined;
  try {
    return await readBody(req, BODY);
  } catch (error) {
    if (error instanceof ServiceError && error.status === 413) return undefined;
    throw error;
  }
}

const HOP =
  /^(:.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|expect)$/;

function forwarded(req: CloudRequest): Record<string, string | string[] | undefined> {
  const kept = Object.entries(req.headers).filter(([name]) => !HOP.test(name));
  const host = String(req.headers[":authority"] ?? req.headers.host ?? "");
  const added = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": "http",
    "x-forwarded-for": "127.0.0.1",
  };
  return { ...Object.fromEntries(kept), ...added };
}

const FAILURES: Record<Failure, Reply> = {
  timeout: errorReply(504, "FUNCTION_INVOCATION_TIMEOUT", "An error occurred with your deployment"),
  failed: errorReply(500, "FUNCTION_INVOCATION_FAILED", "A server error has occurred"),
  too_large: errorReply(500, "FUNCTION_RESPONSE_PAYLOAD_TOO_LARGE", "The response is too large"),
};
const TOO_LARGE = errorReply(413, "FUNCTION_PAYLOAD_TOO_LARGE", "Request Entity Too Large");

function replyOf(outcome: Outcome, added: Record<string, string>): Reply {
  if (outcome.failure !== undefined) return FAILURES[outcome.failure];
  const { status, body } = outcome;
  const headers = Object.fromEntries(Object.entries(outcome.headers).filter(([name]) => !HOP.test(name)));
  const length = status === 204 || status === 304 ? {} : { "content-length": String(body.length) };
  const cache = { "cache-control": "public, max-age=0, must-revalidate" };
  // `set-cookie` may be a list, which Node's writeHead takes as it is.
  return { status, body, headers: { ...cache, ...(headers as Record<string, string>), ...added, ...length } };
}
