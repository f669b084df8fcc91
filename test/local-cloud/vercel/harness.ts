import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSandbox, sandboxFix } from "#local/function-sandbox.ts";
import { createVercel, type Vercel, type VercelOptions } from "#local-cloud/vercel/vercel.ts";

/** The one token that the API takes. */
export const TOKEN = "s3cret-token";

const sandbox = { find: findSandbox, fix: sandboxFix };

export interface LocalVercel {
  readonly vercel: Vercel;
  /** The API's base address. */
  readonly api: string;
  readonly port: number;
  readonly dir: string;
  /** A new instance over the same folder, as after the death of the process. */
  restart(): void;
  close(): Promise<void>;
}

/** The local cloud's Vercel on a free port: API below /vercel, deployments by host. */
export async function localVercel(options: Partial<VercelOptions> = {}): Promise<LocalVercel> {
  const dir = mkdtempSync(join(tmpdir(), "gantry-vercel-"));
  let vercel: Vercel;
  const server = createServer((req, res) => {
    const handler = req.url?.startsWith("/vercel/") ? vercel.handle : vercel.serve;
    handler(req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const start = () => {
    vercel = createVercel({ dir, token: TOKEN, origin: `http://127.0.0.1:${port}`, sandbox, ...options });
  };
  start();
  return {
    get vercel() {
      return vercel;
    },
    api: `http://127.0.0.1:${port}/vercel`,
    port,
    dir,
    restart: start,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await vercel.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A request to `<label>.localhost`, which fetch cannot make: it does not let one set `Host`. */
export function visit(
  port: number,
  host: string,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = init;
    const sent = request(
      { host: "127.0.0.1", port, path, method, agent: false, headers: { ...headers, host } },
      (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk));
        res.on("end", () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: any;
}

export async function call(
  api: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const raw = body instanceof Uint8Array;
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

export const PREBUILT = "/v13/deployments?prebuilt=1&skipAutoDetectionConfirmation=1";

/** An output tree as inline files. */
export const inline = (files: Record<string, string>) =>
  Object.entries(files).map(([path, data]) => ({ file: `.vercel/output/${path}`, data }));

export const config = (routes: unknown[] = [], more: Record<string, unknown> = {}) =>
  JSON.stringify({ version: 3, routes, ...more });

export const site = (text = "<h1>hello</h1>"): Record<string, string> => ({
  "config.json": config([{ handle: "filesystem" }]),
  "static/index.html": text,
});

export const nodeFunction = JSON.stringify({
  runtime: "nodejs24.x",
  handler: "index.js",
  launcherType: "Nodejs",
  shouldAddHelpers: true,
});

export const sha1 = (bytes: Uint8Array | string) => createHash("sha1").update(bytes).digest("hex");

/** Deploys and waits until the aliases are there. */
export async function deploy(
  api: string,
  name: string,
  files: Record<string, string>,
  more: Record<string, unknown> = {},
): Promise<any> {
  const created = await call(api, "POST", PREBUILT, { name, files: inline(files), ...more });
  if (created.status !== 200) throw new Error(JSON.stringify(created.body));
  for (;;) {
    const { body } = await call(api, "GET", `/v13/deployments/${created.body.id}`);
    if (body.readyState === "ERROR" || body.aliasAssigned) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
