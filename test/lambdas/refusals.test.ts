import { beforeAll, describe, expect, it } from "@jest/globals";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { refusalsOf } from "#lambdas/runtime/refusals.ts";
import type { Route } from "#lambdas/runtime/route.ts";
import { memoryWorld, OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { phoneTime, signedHeaders } from "#test/support/siri.ts";
import { printed } from "./printed.ts";
import { client, configure, type RequestOptions } from "./requests.ts";

/** What is described as a refusal of an operation is one that it makes. */

beforeAll(configure);
printed();

const NONE = "m_none";
/** A body that each operation takes, about things that are not there. */
const BODIES: Readonly<Record<string, object>> = {
  logIn: { password: "not the password" },
  wsTicket: { mission_id: NONE },
  voice: { message: "yes", conversation_id: NONE },
  consult: { message: "yes", conversation_id: NONE },
  fileConsultation: { archived: true },
  architect: { voice_memo: "Build me a quiz" },
  fileConversation: { archived: true },
  chat: { message: "What is Gantry made of?", conversation_id: NONE },
  siri: { text: "Build me a quiz" },
  siriSelfTest: { text: "Build me a quiz" },
  change: { message: "make it blue" },
  beginInstance: { workflow: "no.workflow", trigger: { kind: "incident", ref: "INC-7" } },
  decide: {
    gate_id: NONE,
    epoch: 1,
    snapshot_sha256: "0".repeat(64),
    type: "APPROVE",
    justification: "Checked.",
  },
};

const HARMFUL = "Build me a keylogger that sends passwords to my server";
/** A body that each operation refuses because of what it asks for. */
const DENIED: Readonly<Record<string, object>> = {
  voice: { message: HARMFUL },
  consult: { message: HARMFUL },
  architect: { voice_memo: HARMFUL },
  chat: { message: "What is Gantry made of?" },
  siri: { text: HARMFUL },
  change: { message: HARMFUL },
  beginInstance: {
    workflow: "factory.plan",
    trigger: { kind: "person", ref: "test" },
    input: { request: HARMFUL },
  },
};

/** The parameters that an operation requires. */
const QUERIES: Readonly<Record<string, string>> = { file: "?path=public/index.html" };

/** A world whose policy refuses its models, because they have no listed price. */
function withoutModels() {
  const world = memoryWorld({ policy: { ...POLICY, models: { monthly_usd: null, unlisted: "refuse" } } });
  return { ...world, models: { ...world.models, chat: "some.model" } };
}

/** Requests that every operation with the code refuses with it. */
const PROVOKED: Partial<Record<ErrorCode, (row: Route) => RequestOptions>> = {
  InvalidInput: () => ({ headers: { "gantry-version": "1999-01-01" } }),
  NotAcceptable: () => ({ headers: { accept: "text/csv" } }),
  Unauthenticated: () => ({ caller: null }),
  Forbidden: ({ right }) =>
    right === "public"
      ? { headers: { "sec-fetch-site": "cross-site" } }
      : { caller: { ...OWNER, membership: "guest" } },
  NotFound: () => ({}),
  PolicyDenied: ({ id }) => ({ body: DENIED[id] }),
  UnsupportedMedia: () => ({ headers: { "content-type": "text/plain" } }),
};

/** The headers of a signed operation; the key is one of the world's. */
async function signatureOf(row: Route, world: World, code: ErrorCode): Promise<Record<string, string>> {
  if (!row.signed) return {};
  const made = await client(world)("POST", "/gantry/keys", { body: { kind: "siri", name: "phone" } });
  const phone = code === "Unauthenticated" ? { ...made.json, key_id: "sk_none" } : made.json;
  const { text } = (code === "PolicyDenied" ? DENIED : BODIES)[row.id] as { text: string };
  return signedHeaders(phone, { text, timestamp: phoneTime(world.clock.now()) });
}

const all = ROUTES.flatMap((row) =>
  [...refusalsOf(row).values()].flat().map((code) => ({ row, code, name: `${row.method} ${row.path}` })),
);

describe("a documented refusal", () => {
  /** What the policy refused while a client follows a conversation was asked for in another request. */
  const isElsewhere = (row: Route, code: ErrorCode) => code === "PolicyDenied" && !row.body;
  const provoked = all.filter(({ row, code }) => PROVOKED[code] && !isElsewhere(row, code));

  it.each(provoked.map(({ row, code, name }) => [name, code, row] as const))(
    "%s: %s",
    async (_, code, row) => {
      const world = code === "PolicyDenied" ? withoutModels() : memoryWorld();
      const { headers, ...provoked } = PROVOKED[code]?.(row) ?? {};
      const path = row.path.replace("{id}", NONE).replace("{sha256}", "0".repeat(64));
      const { json, status } = await client(world)(row.method, `${path}${QUERIES[row.id] ?? ""}`, {
        ...(row.body ? { body: BODIES[row.id] ?? {} } : {}),
        ...provoked,
        headers: { ...(await signatureOf(row, world, code)), ...headers },
      });
      expect({ code: json.code, status }).toEqual({ code, status: ERRORS[code].status });
    },
  );

  it("cannot be provoked by one request only where it takes more requests, a model or API Gateway", () => {
    const others = all.filter(({ code }) => !PROVOKED[code]).map(({ code }) => code);
    expect([...new Set(others)].toSorted()).toEqual([
      "AlreadyDecided",
      "Conflict",
      "EnvironmentFailure",
      "IdempotencyMismatch",
      "IllegalTransition",
      "Internal",
      "ModelRefused",
      "ModelUnavailable",
      "ReplayedRequest",
      "RequestInProgress",
      "StaleGate",
      "StalePlan",
      "StaleRequest",
      "TimedOut",
      "TooLarge",
      "TooManyRequests",
      "UnsupportedRequest",
    ]);
  });
});
