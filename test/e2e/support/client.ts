import { setTimeout as sleep } from "node:timers/promises";
import { isSettled } from "#core/factory/mission/phase.ts";
import { describedAt, faultsOf } from "#test/support/description.ts";
import { limit } from "#test/support/limits.ts";
import type { Gantry } from "./gantry.ts";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

/** A person's session with the REST API. */
export interface Client {
  readonly token: string;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Waits for a plan that comes after the request, because how soon it comes depends on the machine. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Asks, confirms, and answers the mission's id. */
  build(message: string, options?: { deploy?: boolean; publish?: boolean }): Promise<string>;
  /**
   * The mission once it satisfies the predicate (default: it has ended), after at most so many seconds of an idle
   * machine. Requests that fail are repeated.
   */
  wait(mission: string, seconds: number, until?: (mission: any) => boolean): Promise<any>;
}

export async function logIn(
  { origin, password }: Pick<Gantry, "origin" | "password">,
  user = "owner",
): Promise<Client> {
  const answer = await call(origin, "", "POST", "/gantry/auth", { password, user });
  if (answer.status !== 200) throw new Error(`log-in failed: ${JSON.stringify(answer.body)}`);
  return clientWith({ origin }, answer.body.token);
}

/** A client whose requests carry this token: a session's, or a key. */
export function clientWith({ origin }: Pick<Gantry, "origin">, token: string): Client {
  const request: Client["request"] = (method, path, body, headers) =>
    call(origin, token, method, path, body, headers);
  const client: Client = {
    token,
    request,
    get: (path) => request("GET", path),
    post: async (path, body = {}, headers) => planned(client, await request("POST", path, body, headers)),
    async build(message, options = {}) {
      const asked = await client.post("/gantry/voice", { message, ...options });
      if (!asked.body.plan) throw new Error(`no plan: ${JSON.stringify(asked.body)}`);
      const { conversation_id, plan } = asked.body;
      const confirmed = await client.post("/gantry/voice", { conversation_id, confirm: plan.hash });
      if (!confirmed.body.mission_id) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`);
      return confirmed.body.mission_id;
    },
    async wait(mission, seconds, until = ({ status }) => isSettled(status)) {
      let last: unknown;
      for (const longest = limit(seconds); !longest.over(); await sleep(100)) {
        const answer = await client.get(`/gantry/status/${mission}`).catch(() => undefined);
        last = answer?.body ?? last;
        if (answer?.status === 200 && until(answer.body)) return answer.body;
      }
      throw new Error(
        `mission ${mission} is not there after ${seconds} s of this machine: ${JSON.stringify(last)}`,
      );
    },
  };
  return client;
}

async function planned(client: Client, answer: Answer): Promise<Answer> {
  const { state, conversation_id } = answer.body ?? {};
  if (state !== "planning") return answer;
  const path = `/gantry/consultation/${conversation_id}`;
  for (;;) {
    const { body } = await client.get(path);
    if (body.state !== "planning") return { ...answer, status: 200, body };
    await sleep(100);
  }
}

async function call(
  origin: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const type = response.headers.get("content-type") ?? "";
  const parsed =
    type.includes("json") && response.status !== 304
      ? await response.json()
      : new Uint8Array(await response.arrayBuffer());
  const pattern = describedAt(method, new URL(path, origin).pathname);
  const replied = { status: response.status, headers: Object.fromEntries(response.headers), json: parsed };
  const faults = pattern === undefined ? [] : faultsOf(method, pattern, replied);
  if (faults.length > 0) throw new Error(`not as openapi.json describes it: ${faults.join("; ")}`);
  return { status: response.status, headers: response.headers, body: parsed };
}
