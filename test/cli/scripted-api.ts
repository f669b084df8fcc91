import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach } from "@jest/globals";
import { run } from "#cli/run.ts";
import { MARK_PASTES } from "#cli/secrets/hidden-input.ts";

/** A request as the scripted API got it. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: any;
}

type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  bytes?: Uint8Array;
  text?: string;
};
export type Script = Record<string, Answer | ((asked: Asked) => Answer)>;

export const PASSWORD = "correct horse battery";
export const TOKEN = "t".repeat(43);

/** Starts scripted APIs, which are closed after each test; `env` makes them the service of a command. */
export function scriptedApis(more: () => Record<string, string> = () => ({})) {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((api) => api.close()));
  });
  return async (script: Script = {}) => {
    const api = await scriptedApi(script);
    open.push(api);
    return { ...api, env: { GANTRY_URL: api.url, ...more() } };
  };
}

/** An HTTP server that answers `METHOD /path` as scripted, and keeps what it was asked. */
export async function scriptedApi(script: Script) {
  const asked: Asked[] = [];
  const all: Script = {
    "GET /ready": { body: { ready: true, checks: { database: true } } },
    "POST /gantry/auth": ({ body }) =>
      body.password === PASSWORD
        ? { body: { authenticated: true, token: TOKEN } }
        : problem(401, "Unauthenticated", "User or password is wrong.", "password"),
    ...script,
  };
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { pathname, search } = new URL(req.url ?? "/", "http://x");
    const one: Asked = {
      method: req.method ?? "",
      path: pathname + search,
      headers: req.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
    asked.push(one);
    const row = all[`${req.method} ${pathname}`];
    const answer: Answer =
      row === undefined
        ? problem(404, "NotFound", `There is nothing at ${pathname}.`)
        : typeof row === "function"
          ? row(one)
          : row;
    res.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    res.end(answer.bytes ?? answer.text ?? JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function problem(status: number, code: string, detail: string, field?: string): Answer {
  return { status, body: { type: `/docs#error-${code}`, title: code, status, detail, code, field } };
}

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether stdin echoes nothing and its keys have no effect: as it was set, one after the other. */
  readonly raw: readonly boolean[];
}

/**
 * Runs the command in this process. `typed` makes stdin a terminal on which these lines are typed, `piped` is what
 * another program writes to it. `early` is typed on the terminal before the command asks for anything; with
 * `hangUp` the terminal is closed instead of an answer.
 */
export async function gantry(
  argv: readonly string[],
  options: {
    env?: Record<string, string>;
    typed?: readonly string[];
    piped?: string;
    early?: string;
    hangUp?: boolean;
    tty?: boolean;
    signal?: AbortSignal;
  } = {},
): Promise<Ran> {
  const { env = {}, piped, early, tty = false, signal = new AbortController().signal } = options;
  const typed = options.typed ?? (early === undefined ? undefined : []);
  const [stdout, stderr] = [collector(tty), collector(tty)];
  const raw: boolean[] = [];
  const setRawMode = (mode: boolean) => void raw.push(mode);
  const stdin = Object.assign(new PassThrough(), { isTTY: typed !== undefined, setRawMode });
  if (piped !== undefined) stdin.end(piped);
  if (early !== undefined) stdin.write(early);
  // A person types an answer when they are asked.
  const lines = [...(typed ?? [])];
  const type = (text: string) => {
    const asked = stripVTControlCharacters(text).includes("◆  Build this?") || text.includes(MARK_PASTES);
    if (asked && options.hangUp) setImmediate(() => stdin.end());
    else if (asked && lines.length > 0) setImmediate((line) => stdin.write(`${line}\r`), lines.shift());
  };
  stdout.onText = type;
  stderr.onText = type;
  const exit = await run(
    argv,
    { stdin, stdout, stderr } as unknown as Parameters<typeof run>[1],
    { GANTRY_PASSWORD: PASSWORD, GANTRY_HOME: "/nonexistent", ...env },
    signal,
  );
  return { exit, stdout: stdout.text, stderr: stderr.text, raw };
}

class Collector extends Writable {
  text = "";
  isTTY = false;
  columns = 100;
  onText: (text: string) => void = () => {};

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    this.onText(chunk.toString());
    done();
  }
}

function collector(isTTY: boolean): Collector {
  return Object.assign(new Collector(), { isTTY });
}
