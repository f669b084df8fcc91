import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { createModelCaller } from "#adapters/bedrock/model-caller.ts";
import { provide } from "#adapters/provider.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { repositories } from "#adapters/providers/repositories.ts";
import { vault } from "#adapters/providers/vault.ts";
import { systemClock } from "#adapters/system/system.ts";
import { deployPreview } from "#core/factory/steps/deploy.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { sealMission } from "#core/factory/steps/seal.ts";
import { createConverser } from "#core/model/fallback.ts";
import type { Route } from "#lambdas/runtime/route.ts";
import { runUntil } from "#test/core/factory/steps/mission-run.ts";
import { canariesIn, formsOf } from "#test/support/canary.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission, MANIFEST, MISSION, PLAN } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client } from "./requests.ts";

/**
 * Services that fail and repeat all they were told, prompt, token and signature: what of it gets into logs,
 * metrics, traces and replies, when the adapters are the real ones and the functions run as in Lambda.
 */

const CANARIES = {
  prompt: "prompt?7f3e/91b2>c4d8",
  github: "ghp_19f4e6a35c2b7f3e91b2c4d8",
  vercel: "vercel_d37b08c5f6e9a81c5be0",
  code: "code?e5b7/3f18>d90a",
  key: "aws-secret?46da/b2c7>80e1",
  origin: "origin?8c41/d6f2>a907",
};
const STATUS = { bedrock: 400, github: 401, vercel: 403, s3: 403 } as const;
const out = printed();
const traces: string[] = [];
let daemon: Socket;
let nasty: Server;
let heard: string[];
let step: typeof import("#lambdas/runtime/step.ts").step;
let missionInput: typeof import("#lambdas/runtime/step.ts").missionInput;
let routes: readonly Route[];
let broken: Pick<World, "converser" | "repositories" | "deployments" | "artifacts" | "vault">;

beforeAll(async () => {
  daemon = createSocket("udp4").on("message", (data) => void traces.push(String(data)));
  daemon.bind(0, "127.0.0.1");
  nasty = createServer((request, response) => void repeat(request, response)).listen(0, "127.0.0.1");
  await Promise.all([once(daemon, "listening"), once(nasty, "listening")]);
  const origin = `http://127.0.0.1:${(nasty.address() as AddressInfo).port}`;
  const env = {
    AWS_REGION: "us-east-1",
    AWS_ENDPOINT_URL: origin,
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: CANARIES.key,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    LAMBDA_TASK_ROOT: "/var/task",
    AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    _X_AMZN_TRACE_ID: "Root=1-6744a1b2-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1",
    POWERTOOLS_METRICS_NAMESPACE: "Gantry",
    PARAMETER_PREFIX: "/gantry",
    GITHUB_API_URL: `${origin}/github`,
    GITHUB_OWNER: "gantry",
    GITHUB_PAUSE_MS: "0",
    VERCEL_API_URL: `${origin}/vercel`,
    ARTIFACT_BUCKET: "artifacts",
    EVIDENCE_BUCKET: "evidence",
    TABLE_NAME: CANARIES.code,
    WEBSOCKET_MANAGEMENT_URL: origin,
  };
  Object.assign(process.env, env);
  ({ step, missionInput } = await import("#lambdas/runtime/step.ts"));
  ({ ROUTES: routes } = await import("#lambdas/api/routes.ts"));
  // The client's own handler speaks HTTP/2, which this server does not.
  const bedrock = new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() });
  broken = {
    ...provide([repositories, deployments, artifacts, vault], env),
    converser: createConverser(createModelCaller({ client: bedrock }), systemClock),
  } as never;
});
beforeEach(() => {
  traces.splice(0);
  heard = [];
});
afterAll(async () => {
  daemon.close();
  nasty.closeAllConnections();
  nasty.close();
});

/** Answers tokens to whoever asks for them; of all else it says no, and what it was told. */
async function repeat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const target = String(request.headers["x-amz-target"] ?? "");
  if (target.includes("GetParameter")) {
    const { Name } = JSON.parse(body);
    const Value = Name.endsWith("origin-key")
      ? JSON.stringify({ current: { name: "1", value: CANARIES.origin } })
      : Name.includes("github")
        ? CANARIES.github
        : CANARIES.vercel;
    if (!/(token|origin-key)$/.test(Name)) return refuse(response, 400, "ParameterNotFound", "");
    response.setHeader("content-type", "application/x-amz-json-1.1");
    return void response.end(JSON.stringify({ Parameter: { Name, Value, Type: "SecureString" } }));
  }
  const told = `${body} ${JSON.stringify(request.headers)} ${request.url}`;
  heard.push(told);
  const service = request.url?.startsWith("/github")
    ? "github"
    : request.url?.startsWith("/vercel")
      ? "vercel"
      : request.url?.startsWith("/model")
        ? "bedrock"
        : "s3";
  refuse(response, STATUS[service], "ValidationException", told);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": code });
  response.end(JSON.stringify({ __type: code, message, error: { code, message } }));
}

/** A mission up to a step, whose plan and code have canaries. */
async function worldBefore(name: string): Promise<World> {
  const [page, test] = MANIFEST.files as [(typeof MANIFEST.files)[number], (typeof MANIFEST.files)[number]];
  const manifest = { ...MANIFEST, files: [{ ...page, content: `<h1>${CANARIES.code}</h1>` }, test] };
  const world = memoryWorld({
    models: { architect: () => manifest, critic: () => ({ verdict: "accept", notes: [] }) },
  });
  await createMission(world, { plan: { ...PLAN, request: [CANARIES.prompt], summary: CANARIES.prompt } });
  await runUntil(world, name);
  return world;
}

const seal = (services: World, input: typeof MISSION) =>
  sealMission(services, { ...input, outcome: "failed", error: { code: "ModelUnavailable", message: "No." } });
const preview = (services: World, input: typeof MISSION) => deployPreview(services, { ...input, attempt: 1 });

describe("the search for a canary", () => {
  it("finds it in any encoding", () => {
    const { prompt } = CANARIES;
    for (const around of ["", "a", "ab", "abc"]) {
      const whole = `${around}${prompt}${around}`;
      for (const written of [
        whole,
        btoa(whole),
        Buffer.from(whole).toString("base64url"),
        Buffer.from(whole).toString("hex"),
        `https://x.test/?q=${encodeURIComponent(whole)}`,
      ])
        expect(canariesIn(`{"message":"${written}"}`, CANARIES)).toEqual(["prompt"]);
    }
    expect(canariesIn("nothing to see", CANARIES)).toEqual([]);
    expect(Math.min(...formsOf(prompt).map(({ length }) => length))).toBeGreaterThan(15);
  });
});

describe("a step whose service fails and repeats a secret in its error", () => {
  it.each([
    { name: "architect", run: draftApp, port: "converser", told: "prompt", code: "ModelRefused" },
    { name: "publish", run: publishPullRequest, port: "repositories", told: "github", code: "GitHubRefused" },
    { name: "preview", run: preview, port: "deployments", told: "vercel", code: "VercelRefused" },
    { name: "seal", run: seal, port: "vault", told: null, code: "Internal" },
    { name: "architect", run: draftApp, port: "artifacts", told: "code", code: "Internal" },
  ] as const)("returns and logs nothing of it: $name, $port", async ({ name, run, port, told, code }) => {
    const world = { ...(await worldBefore(name)), [port]: broken[port] };
    const handler = step(missionInput, () => world as World, run as typeof draftApp);
    const error = await handler(MISSION, { functionName: name, awsRequestId: "r" }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: code });
    expect(heard.length).toBeGreaterThan(0);
    if (told) expect(canariesIn(heard.join("\n"), CANARIES)).toContain(told);
    if (traces.length === 0) await once(daemon, "message");
    const leaks = (sink: string) => canariesIn(sink, CANARIES);
    expect(out.json.at(-1)).toMatchObject({ message: "step failed", correlation_id: "m_1" });
    expect([out.lines, leaks(out.lines.join("\n"))]).toEqual([out.lines, []]);
    expect([traces, leaks(traces.join("\n"))]).toEqual([traces, []]);
    expect(leaks(`${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}`)).toEqual([]);
  });
});

describe("a request whose model fails and repeats a secret in its error", () => {
  it("is refused without the secret, in reply and log", async () => {
    const world = { ...memoryWorld(), converser: broken.converser } as World;
    const reply = await client(world, routes)("POST", "/gantry/consult", {
      body: { message: CANARIES.prompt },
    });
    expect(reply).toMatchObject({ status: 422, json: { code: "ModelRefused" } });
    expect(canariesIn(heard.join("\n"), CANARIES)).toContain("prompt");
    expect([reply.text, canariesIn(reply.text, CANARIES)]).toEqual([reply.text, []]);
    expect(out.json.at(-1)).toMatchObject({ message: "request answered", status: 422, code: "ModelRefused" });
    expect([out.lines, canariesIn(out.lines.join("\n"), CANARIES)]).toEqual([out.lines, []]);
  });
});

describe("an authorizer or socket handler whose table fails and repeats a secret in its error", () => {
  const secret = "k".repeat(43);
  const methodArn = "arn:aws:execute-api:us-east-1:111122223333:api/stage/GET/gantry";
  const asks = {
    methodArn,
    headers: {
      authorization: `Bearer ${secret}`,
      "sec-websocket-protocol": `gantry.v1, ticket.${secret}`,
      "x-gantry-origin": CANARIES.origin,
    },
    queryStringParameters: { mission: MISSION.mission_id },
  };
  const socket = { body: '{"after":0}', requestContext: { connectionId: "c", authorizer: MISSION } };

  it.each<[string, () => Promise<{ handler: unknown }>, object]>([
    ["the API's authorizer", () => import("#lambdas/api/authorizer.ts"), asks],
    ["the sockets' authorizer", () => import("#lambdas/ws/authorizer.ts"), asks],
    ["a socket that opens", () => import("#lambdas/ws/connect.ts"), socket],
    ["a socket that asks", () => import("#lambdas/ws/default.ts"), socket],
    ["a socket that closes", () => import("#lambdas/ws/disconnect.ts"), socket],
  ])("returns and logs nothing of it: %s", async (_, load, event) => {
    const handler = (await load()).handler as (event: object) => Promise<unknown>;
    const error = await handler(event).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "Internal", code: "Internal" });
    expect(canariesIn(heard.join("\n"), CANARIES)).toContain("code");
    const about = event === socket ? { correlation_id: "m_1" } : {};
    expect(out.json).toMatchObject([{ level: "ERROR", message: "call failed", ...about }]);
    const seen = `${out.lines.join("\n")}${inspect(error, { depth: 9, showHidden: true })}`;
    expect([seen, canariesIn(seen, { ...CANARIES, secret })]).toEqual([seen, []]);
  });
});
