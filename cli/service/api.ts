import type { z } from "zod";
import type { CliConfig } from "#cli/config.ts";
import { ApiError, CliError, Unreachable } from "#cli/errors.ts";
import { download } from "#cli/service/download.ts";
import { authReply } from "#cli/service/replies.ts";
import { keptSession } from "#cli/service/sessions.ts";
import { readyReply } from "#core/web/replies/service.ts";
import type { Operations } from "#sdk/typescript/api.ts";
import { outputOf } from "#sdk/typescript/client.ts";
import { ConnectionError, ApiError as Refusal } from "#sdk/typescript/errors.ts";
import type { OperationName } from "#sdk/typescript/request.ts";
import { type CallOptions, createTransport, type Transport } from "#sdk/typescript/transport.ts";

/** The REST API. Requests log in automatically; an error reply is an ApiError, no reply is Unreachable. */
export interface Api {
  /** Sends an operation and checks what the command relies on in its reply. */
  call<Name extends OperationName, S extends z.ZodType>(
    name: Name,
    input: Operations[Name]["input"],
    schema: S,
  ): Promise<z.infer<S>>;
  /** A mission's evidence pack, also one that the service only names the address of. */
  evidence(id: string): Promise<Uint8Array>;
  /** The public key of evidence, in PEM. */
  evidenceKey(): Promise<string>;
  /** Opens a session with a password; nothing is kept. */
  logIn(user: string, password: string): Promise<z.infer<typeof authReply>>;
  /** Ends a session that was kept. */
  endSession(token: string): Promise<void>;
  /** Each dependency's state; undefined when nothing responds. */
  ready(): Promise<z.infer<typeof readyReply> | undefined>;
}

const PROBE_TIMEOUT_MS = 5_000;

export function createApi(config: CliConfig): Api {
  const send = connect(config.url, startHelp(config));
  const authorized = withSession(config, send);

  return {
    call: async (name, input, schema) => read(schema, await authorized(name, input)),
    evidence: async (id) => {
      const response = await authorized("evidence", { id }, { redirect: "manual" });
      const address = response.headers.get("location");
      return outputOf(
        "evidence",
        address === null ? response : await download(new URL(address, response.url)),
      );
    },
    evidenceKey: async () => outputOf("evidenceKey", await send("evidenceKey", {})),
    logIn: async (user, password) => read(authReply, await send("logIn", { user, password })),
    endSession: async (token) => void (await send("logOut", {}, bearer(token))),
    async ready() {
      try {
        const response = await send("ready", {}, { timeoutMs: PROBE_TIMEOUT_MS });
        return readyReply.safeParse(await response.json().catch(() => undefined)).data;
      } catch (error) {
        if (error instanceof Unreachable || error instanceof ApiError) return undefined;
        throw error;
      }
    },
  };
}

/** Sends in a session: one that was kept, or one that the password opens. One that has run out is opened again, once. */
function withSession(config: CliConfig, send: Transport): Transport {
  let token = config.passwordGiven ? undefined : keptSession(config)?.token;

  return async (name, input, options) => {
    const fresh = token === undefined;
    token ??= await logIn();
    try {
      return await send(name, input, { ...options, ...bearer(token) });
    } catch (error) {
      if (fresh || !(error instanceof ApiError) || error.status !== 401) throw error;
      token = await logIn();
      return send(name, input, { ...options, ...bearer(token) });
    }
  };

  async function logIn(): Promise<string> {
    const password = config.password();
    if (password !== undefined)
      return (await read(authReply, await send("logIn", { password }).catch(explainRefusal))).token;
    throw new CliError(
      config.local
        ? `There is no password for ${config.url}: log in with ${config.program} login, set GANTRY_PASSWORD, or set GANTRY_HOME to its data folder.`
        : `There is no session for ${config.url}: log in with ${config.program} login, or set GANTRY_PASSWORD.`,
    );
  }

  /** The generated password of this machine's Gantry is refused after another one was set in the web client. */
  function explainRefusal(error: unknown): never {
    if (!(error instanceof ApiError) || error.status !== 401 || config.passwordGiven) throw error;
    throw new CliError(
      `The password of ${config.url} has been changed: log in with ${config.program} login, or set GANTRY_PASSWORD.`,
    );
  }
}

/** What to do when no service responds at the configured address. */
export const startHelp = ({ local, program }: Pick<CliConfig, "local" | "program">): string =>
  local ? `Start it with: ${program} start` : "Check GANTRY_URL.";

/** A transport to an address, without a session. `help` says what to do when nothing responds there. */
export function connect(url: string, help: string): Transport {
  return withErrors(createTransport({ url }), `No Gantry service responds at ${url}. ${help}`);
}

/** Rejects with this command's errors, which say what to do. */
function withErrors(send: Transport, unreachable: string): Transport {
  return async (name, input, options) => {
    try {
      return await send(name, input, options);
    } catch (error) {
      if (error instanceof Refusal) throw new ApiError(error);
      if (!(error instanceof ConnectionError)) throw error;
      throw new Unreachable(unreachable, { cause: error.cause });
    }
  };
}

function bearer(token: string): CallOptions {
  return { headers: { authorization: `Bearer ${token}` } };
}

/** What a response contains, as the schema expects it. */
export async function read<S extends z.ZodType>(schema: S, response: Response): Promise<z.infer<S>> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "the body";
  throw new CliError(
    `${new URL(response.url).pathname} returned a response that this version does not understand: ${where}: ${issue?.message}.`,
  );
}
