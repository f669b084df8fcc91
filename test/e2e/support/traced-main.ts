import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import type { ClientRequest } from "node:http";
import { pathToFileURL } from "node:url";
import { startCloud } from "#local/cloud.ts";
import { readConfig } from "#local/config.ts";
import { FUNCTIONS } from "#local/functions.ts";
import type { LambdaHandler } from "#local-cloud/lambda/function.ts";
import type { TracedCall, TracePlan } from "./trace.ts";

/**
 * The small cloud as a program, with the functions' bundles in place of their sources. Each function sees only the
 * variables it has on AWS, and every call it makes to an AWS service is kept. On SIGTERM the calls are written down.
 */

const plan = JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as TracePlan;
const running = new AsyncLocalStorage<string>();
const calls: TracedCall[] = [];

seeOwnVariablesOnly();
subscribe("http.client.request.created", (message) => {
  const name = running.getStore();
  if (name) keep(name, (message as { request: ClientRequest }).request);
});

// Bedrock's client speaks HTTP/2.
subscribe("http2.client.stream.created", (message) => {
  const name = running.getStore();
  const { headers } = message as { headers: Record<string, string> };
  if (name) note(name, { method: headers[":method"] ?? "", path: headers[":path"] ?? "" }, headers, "");
});

const cloud = await startCloud(
  readConfig(),
  (level, message, fields) => console.error(JSON.stringify({ level, message, ...fields })),
  traced(),
);
console.log(JSON.stringify({ level: "INFO", message: "ready", origin: cloud.origin }));
process.once("SIGTERM", () => {
  writeFileSync(plan.trace, JSON.stringify(calls));
  void cloud.close().finally(() => process.exit(0));
});

function traced(): typeof FUNCTIONS {
  return Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, { timeoutSeconds }]) => [
      name,
      {
        timeoutSeconds,
        handler: async () => {
          const folder = plan.functions[name]?.folder;
          if (!folder) throw new Error(`there is no bundle of ${name}`);
          const module = (await running.run(
            name,
            () => import(pathToFileURL(`${folder}/index.mjs`).href),
          )) as {
            handler: LambdaHandler;
          };
          return (event, context) => running.run(name, () => module.handler(event, context));
        },
      },
    ]),
  );
}

/** A function that reads a variable it does not have on AWS finds nothing. */
function seeOwnVariablesOnly(): void {
  const all = process.env;
  const ofSome = new Set(Object.values(plan.functions).flatMap(({ variables }) => variables));
  const visible = (name: string | symbol) => {
    const own = plan.functions[running.getStore() ?? ""]?.variables;
    return typeof name !== "string" || !own || own.includes(name) || !ofSome.has(name);
  };
  const env = new Proxy(all, {
    get: (_, name) => (visible(name) ? Reflect.get(all, name) : undefined),
    has: (_, name) => visible(name) && Reflect.has(all, name),
    ownKeys: () => Reflect.ownKeys(all).filter(visible),
  });
  Object.defineProperty(process, "env", { value: env });
}

function keep(name: string, request: ClientRequest): void {
  const parts: Buffer[] = [];
  const { write, end } = request;
  const take = (part: unknown) => {
    if (typeof part === "string" || part instanceof Uint8Array) parts.push(Buffer.from(part as string));
  };
  Object.assign(request, {
    write: (...args: unknown[]) => {
      take(args[0]);
      return Reflect.apply(write, request, args);
    },
    end: (...args: unknown[]) => {
      take(args[0]);
      const headers = request.getHeaders() as Record<string, string>;
      const body = Buffer.concat(parts);
      note(name, request, headers, headers["x-amz-target"] ? body.toString("utf8") : "");
      return Reflect.apply(end, request, args);
    },
  });
}

function note(
  name: string,
  { method, path }: { readonly method: string; readonly path: string },
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  const signature = /^AWS4-HMAC-SHA256 Credential=([^,]+)/.exec(String(headers.authorization ?? ""));
  if (!signature) return;
  calls.push({
    function: name,
    method,
    path,
    headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key.startsWith("x-amz-"))),
    scope: signature[1] ?? "",
    body,
  });
}
