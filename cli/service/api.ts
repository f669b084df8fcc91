import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import type { CliConfig } from "#cli/config.ts";
import { ApiError, CliError, Unreachable } from "#cli/errors.ts";
import { authReply, problemReply } from "#cli/service/replies.ts";
import { keptSession } from "#cli/service/sessions.ts";
import { readyReply } from "#core/web/replies/service.ts";

/** The REST API. Requests log in automatically; an error reply is an ApiError, no reply is Unreachable. */
export interface Api {
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
  post<S extends z.ZodType>(path: string, body: object, schema: S): Promise<z.infer<S>>;
  delete<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
  /** A body as it is, also one that the service only names the address of. */
  bytes(path: string): Promise<Uint8Array>;
  /** Opens a session with a password; nothing is kept. */
  logIn(user: string, password: string): Promise<z.infer<typeof authReply>>;
  /** Ends a session that was kept. */
  endSession(token: string): Promise<void>;
  /** What needs no session. */
  text(path: string): Promise<string>;
  /** Each dependency's state; undefined when nothing answers. */
  ready(): Promise<z.infer<typeof readyReply> | undefined>;
}

const TIMEOUT_MS = 60_000;
const PROBE_TIMEOUT_MS = 5_000;
/** For what is too large to come through the service. */
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
/** How long to wait for a busy service, once. */
const MAX_WAIT_SECONDS = 10;

type Request = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** A redirection is an answer only where it is asked for. */
  redirect?: "manual";
};

export function createApi(config: CliConfig): Api {
  let token = config.passwordGiven ? undefined : keptSession(config)?.token;

  return {
    get: async (path, schema) => read(schema, await authorized(path, {})),
    post: async (path, body, schema) => read(schema, await authorized(path, postOf(body))),
    delete: async (path, schema) => read(schema, await authorized(path, deletion())),
    bytes: async (path) => bytesOf(await redirected(await authorized(path, { redirect: "manual" }))),
    logIn: async (user, password) =>
      read(authReply, await accepted("/gantry/auth", postOf({ user, password }))),
    endSession: async (session) =>
      void (await accepted("/gantry/auth/logout", withToken(postOf({}), session))),
    text: async (path) => (await accepted(path, {})).text(),
    async ready() {
      try {
        const response = await send("/ready", {}, PROBE_TIMEOUT_MS);
        return readyReply.safeParse(await response.json().catch(() => undefined)).data;
      } catch (error) {
        if (error instanceof Unreachable) return undefined;
        throw error;
      }
    },
  };

  /** Sends a request in a session; one that has run out is opened again, once. */
  async function authorized(path: string, request: Request): Promise<Response> {
    const fresh = token === undefined;
    token ??= await logInAgain();
    try {
      return await accepted(path, withToken(request, token));
    } catch (error) {
      if (fresh || !(error instanceof ApiError) || error.status !== 401) throw error;
      token = await logInAgain();
      return accepted(path, withToken(request, token));
    }
  }

  async function logInAgain(): Promise<string> {
    const password = config.password();
    if (password === undefined)
      throw new CliError(
        config.local
          ? `There is no password for ${config.url}: set GANTRY_PASSWORD, or set GANTRY_HOME to its data folder.`
          : `There is no session for ${config.url}: log in with ${config.program} login, or set GANTRY_PASSWORD.`,
      );
    return (await read(authReply, await accepted("/gantry/auth", postOf({ password })))).token;
  }

  async function accepted(path: string, request: Request): Promise<Response> {
    for (let waited = false; ; waited = true) {
      const response = await send(path, request, TIMEOUT_MS);
      if (response.ok || (request.redirect && response.status === 303)) return response;
      const error = await refusal(response);
      const wait = error.status === 429 ? (error.retryAfter ?? 1) : Number.POSITIVE_INFINITY;
      if (waited || wait > MAX_WAIT_SECONDS) throw error;
      await pause(wait * 1000);
    }
  }

  async function send(path: string, request: Request, timeout: number): Promise<Response> {
    try {
      const signal = AbortSignal.timeout(timeout);
      return await fetch(config.url + path, { redirect: "error", ...request, signal });
    } catch (cause) {
      const help = config.local ? `Start it with: ${config.program} start` : "Check GANTRY_URL.";
      throw new Unreachable(`No Gantry service responds at ${config.url}. ${help}`, { cause });
    }
  }
}

/** The response itself, or what the address that it names gives. */
async function redirected(response: Response): Promise<Response> {
  const address = response.headers.get("location");
  return address === null ? response : download(new URL(address, response.url));
}

/**
 * What a signed address gives. It is another host's: the session's token is not for it, and the address itself is
 * named in no message, as every client that has it gets the same.
 */
async function download(address: URL): Promise<Response> {
  const signal = AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS);
  const response = await fetch(address, { signal, redirect: "error" }).catch((cause) => {
    throw new Unreachable(`The download address ${address.host}, given by the service, did not respond.`, {
      cause,
    });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new CliError(
    `The download address ${address.host}, given by the service, returned status ${response.status}. Try again.`,
  );
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** Each request has a key of its own, so that a repetition by the network has no second effect. */
function postOf(body: object): Request {
  return {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(body),
  };
}

function deletion(): Request {
  return { method: "DELETE", headers: { "idempotency-key": randomUUID() } };
}

function withToken(request: Request, token: string): Request {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

async function read<S extends z.ZodType>(schema: S, response: Response): Promise<z.infer<S>> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "the body";
  throw new CliError(
    `${new URL(response.url).pathname} returned a response that this version does not understand: ${where}: ${issue?.message}.`,
  );
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = problemReply.safeParse(await response.json().catch(() => undefined));
  return new ApiError(
    response.status,
    problem.data ?? { code: "Internal", detail: `The service returned status ${response.status}.` },
  );
}
