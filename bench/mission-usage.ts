// Counts what one mission uses of the services on which it runs, while the local cloud runs it:
// `node scripts/run.mjs bench/mission-usage.ts`. lib/cost/usage.ts takes its measured numbers from here.
import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { ClientRequest, IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCloud } from "#local/cloud.ts";
import { readConfig } from "#local/config.ts";
import { FUNCTIONS } from "#local/functions.ts";
import { signedService } from "#local-cloud/front/credential-scope.ts";

const WISH = "Build me a task manager with due dates and dark mode";
const home = mkdtempSync(join(tmpdir(), "gantry-usage-"));
const port = process.env.PORT ?? "5391";

/** Rows of a printed table, by name. */
type Table = Map<string, Record<string, number>>;
const invocations: Table = new Map();
const requests: Table = new Map();
const table: Table = new Map();
const inside = new AsyncLocalStorage<string>();

for (const [name, row] of Object.entries(FUNCTIONS)) {
  const load = row.handler as () => Promise<(...parameters: unknown[]) => unknown>;
  FUNCTIONS[name] = { ...row, handler: (async () => counted(name, await load())) as typeof row.handler };
}

const config = readConfig({ ...process.env, PORT: port, GANTRY_HOME: home });
const print = process.stdout.write.bind(process.stdout);
let logged = 0;
process.stdout.write = ((text: string | Uint8Array) => {
  logged += Buffer.byteLength(text);
  return true;
}) as typeof process.stdout.write;
const cloud = await startCloud(config, () => {});
const quiet = { logged };

subscribe("http.server.request.start", (message) => {
  const { request } = message as { request: IncomingMessage };
  const bytes = Number(request.headers["content-length"] ?? 0);
  add(requests, kindOf(request), { calls: 1, bytes });
});
subscribe("http.client.request.created", (message) => {
  const { request } = message as { request: ClientRequest };
  if (String(request.getHeader("x-amz-target")).startsWith("DynamoDB_")) countUnits(request);
});

const gantry = spawn(process.execPath, ["cli/main.ts", "build", WISH, "--yes"], {
  cwd: config.root,
  env: { ...process.env, GANTRY_HOME: home, PORT: port },
  stdio: ["ignore", "ignore", "inherit"],
});
const [code] = await once(gantry, "exit");
// Work after the end (stopping the builder, the last hints) is part of the mission too.
await new Promise((resolve) => setTimeout(resolve, 3000));
show("functions (milliseconds on this machine)", invocations);
show("requests by service and action, with the bytes sent", requests);
show("table, calls and request units, by the function that asks", table);
print(`log bytes of functions: ${logged - quiet.logged}\ngantry build exited ${code}\n`);
await cloud.close();
rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
process.exit(code);

/** Wraps a handler: records each of its calls and the requests that it makes. */
function counted(name: string, handler: (...parameters: unknown[]) => unknown) {
  return (...parameters: unknown[]) =>
    inside.run(name, async () => {
      const started = performance.now();
      try {
        return await handler(...parameters);
      } finally {
        add(invocations, name, { calls: 1, ms: performance.now() - started });
      }
    });
}

/** Returns `service action`, or the address without ids. */
function kindOf({ method = "", url = "/", headers }: IncomingMessage): string {
  const { pathname } = new URL(url, "http://local");
  const service = signedService(new URL(url, "http://local"), headers);
  const target = String(headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1);
  if (service === "s3") return `s3 ${method} ${s3Key(pathname)}`;
  if (service) return `${service} ${target || method}`;
  if (/^\/(github|vercel)\//.test(pathname)) return `${pathname.split("/")[1]} ${method}`;
  if (headers.host?.includes(".localhost")) return "deployed app";
  return `rest ${method} ${pathname.replace(/\/[cm]_[^/]+/, "/{id}")}`;
}

function s3Key(path: string): string {
  return path
    .replace(/^\/([^/]+)\/t\/[^/]+/, "$1")
    .replace(/\/missions\/[^/]+/, "")
    .replace(/[0-9a-f]{64}/, "<sha256>");
}

/** The units AWS would bill: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html */
function countUnits(request: ClientRequest): void {
  const who = inside.getStore() ?? "the cloud itself";
  let body = "";
  for (const name of ["write", "end"] as const) {
    const original = request[name].bind(request) as (...parameters: unknown[]) => unknown;
    request[name] = ((chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk === "string" || chunk instanceof Uint8Array) body += Buffer.from(chunk as string);
      return original(chunk, ...rest);
    }) as never;
  }
  const action = String(request.getHeader("x-amz-target")).split(".").at(-1) ?? "";
  request.once("response", (response: IncomingMessage) => {
    const read = Number(response.headers["content-length"] ?? 0);
    add(table, who, { calls: 1, [action]: 1, ...unitsOf(action, JSON.parse(body), read) });
  });
}

function unitsOf(action: string, input: any, readBytes: number): Record<string, number> {
  if (action === "TransactWriteItems") {
    const parts = input.TransactItems.map((part: object) => Object.values(part)[0]);
    return { writes: parts.reduce((sum: number, part: any) => sum + 2 * kilobytes(part) + indexed(part), 0) };
  }
  if (["PutItem", "UpdateItem", "DeleteItem"].includes(action))
    return { writes: kilobytes(input) + indexed(input) };
  const strong = input.ConsistentRead ? 1 : 0.5;
  return { reads: strong * Math.max(1, Math.ceil(readBytes / 4096)) };
}

function kilobytes(part: any): number {
  return Math.max(1, Math.ceil(JSON.stringify(part.Item ?? {}).length / 1024));
}

/** An index entry costs a separate write. */
function indexed(part: any): number {
  return Object.keys(part.Item ?? {}).filter((name) => /^g\d$/.test(name)).length * kilobytes(part);
}

function add(to: Table, name: string, amounts: Record<string, number>): void {
  const row = to.get(name) ?? {};
  for (const [key, amount] of Object.entries(amounts)) row[key] = (row[key] ?? 0) + amount;
  to.set(name, row);
}

function show(title: string, rows: Table): void {
  print(`\n${title}\n`);
  for (const [name, row] of [...rows].sort(([a], [b]) => a.localeCompare(b)))
    print(
      `  ${name.padEnd(58)} ${Object.entries(row)
        .map(([key, value]) => `${key} ${Math.round(value * 10) / 10}`)
        .join("  ")}\n`,
    );
}
