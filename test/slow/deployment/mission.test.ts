import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#deployment/functions.ts";
import { homeKeys } from "#local/home-keys.ts";
import {
  ARTIFACT_BUCKET,
  EVIDENCE_BUCKET,
  REGION as HERE,
  ACCOUNT as LOCAL_ACCOUNT,
  machineName,
  PARAMETERS,
} from "#local/topology.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";
import { type AskedRight, rightsOf } from "#test/e2e/support/asked-rights.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { draft, proposal, RIGHT, repaired, says, sumJs, WRONG } from "#test/e2e/support/script.ts";
import type { TracedCall, TracePlan } from "#test/e2e/support/trace.ts";
import { watch } from "#test/e2e/support/watch.ts";
import { type Assembly, synthesise } from "#test/lib/support/synth.ts";
import { createJudge, type Role, rolesOf } from "#test/support/policies.ts";
import { ACCOUNT, REGION, type Resolved, resolveTemplates } from "#test/support/template.ts";

/**
 * Missions by the very bundles that are deployed, each seeing only the variables it has on AWS. What they asked of
 * AWS on the way is put to the policies they are deployed with.
 */

const SECONDS = 100;
const TENANT = "local";
const slow = {
  path: "test/slow.test.js",
  content: `import assert from "node:assert/strict";
import { test } from "node:test";
import "../public/sum.js";
test("takes its time", async () => {
  assert.equal(await new Promise((resolve) => setTimeout(resolve, 100_000, 1)), 1);
});
`,
};
const SCRIPT = [
  says("consultant", "case-", proposal()),
  says("architect", "case-repaired", draft([sumJs(WRONG)])),
  says("healer", "case-repaired", repaired([sumJs(RIGHT)])),
  says("architect", "case-second", draft([sumJs(RIGHT)])),
  says("architect", "case-", draft([slow])),
  says("critic", "case-", { verdict: "accept", notes: [] }),
];
/** What the builder does with URLs that functions signed is done in their names. */
const JOB: readonly [string, string] = [
  "s3:GetObject",
  `artifacts/t/${TENANT}/missions/m_1/builds/1/0/job-0.json`,
];
const SIGNED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  prepare: [JOB],
  build: [
    JOB,
    ["s3:GetObject", "artifacts/layers/abc.tar.zst"],
    ...["progress.json", "output.tar.zst", "log.txt", "result.json"].map(
      (name) => ["s3:PutObject", `artifacts/t/${TENANT}/missions/m_1/builds/1/0/${name}`] as const,
    ),
  ],
};
/** Asked on purpose without a right: to be refused says that the bucket is there. */
const PROBES = ["artifacts/ready", "evidence/ready"];
/** Custom resources: only a deployment runs them. */
const DEPLOYMENT = ["origin-key", "web-files"];
/** Rights that these missions may have no use for, and what has. */
const UNUSED: readonly (readonly [RegExp, string])[] = [
  [/^(architect|heal|review) dynamodb:Query$/, "releasing expired reservations when a budget is used up"],
  [
    /^(build|install|inspect|preview|seal|run-step|execution-ended|task-stopped) s3:ListBucket$/,
    "to be told that an object is absent, not that it is denied",
  ],
  [/ sqs:(SendMessage|GetQueueAttributes|GetQueueUrl)$/, "events that could not be handled"],
  [/^install s3:PutObject$/, "a dependency layer that nobody has packed before"],
  [/^(architect s3:GetObject|tenant s3:PutObject)$/, "a design image"],
  [/^(seal|execution-ended|release) states:SendTaskSuccess$/, "the next mission in the queue"],
  [/^build states:SendTaskSuccess$/, "a result that arrived while nothing waited"],
  [
    /^object-created (states:SendTaskFailure|ecs:StopTask)$/,
    "a mission that was cancelled while it was built",
  ],
  [/^task-stopped states:SendTaskFailure$/, "a builder that ended before its result, with a step waiting"],
  [/^task-stopped dynamodb:PutItem$/, "a builder that ended before anything waited for it"],
  [/^consultant ssm:GetParameter$/, "a change of an app, for which its repository is read"],
  [/^sweep ecs:DescribeTasks$/, "a builder that runs at that moment"],
  [/^(sweep|stop-build) ecs:StopTask$/, "a builder that nobody waits for"],
  [/^sweep lambda:InvokeFunction$/, "a run within a request that is overdue"],
  [/^relay dynamodb:DeleteItem$/, "a socket that is gone"],
  [/^tenant dynamodb:DeleteItem$/, "the key of a request that was refused"],
  [/^gate-timer dynamodb:PutItem$/, "a gate whose time is over"],
  [/^next-step states:StartExecution$/, "a run that goes on behind a long history"],
  [/^run-step states:SendTaskSuccess$/, "a step that something outside ends"],
  [/^await-decision states:SendTaskSuccess$/, "a gate that was decided before the machine waited"],
  [/^run-step s3:PutObject$/, "the definition of a workflow that a step begins"],
  [/^seal-run s3:ListBucket$/, "to be told that an object is absent, not that it is denied"],
];

let folder: string;
let assembly: Assembly;
let templates: Resolved;
let roles: ReadonlyMap<string, Role>;
let ask: ReturnType<typeof createJudge>;
let gantry: Gantry;
let owner: KeyPair;
let client: Client;
let calls: readonly TracedCall[];
let run: any;
let plan: any;
let deletion: any;
let missions: Readonly<Record<"repaired" | "aborted" | "cancelled", any>>;

beforeAll(async () => {
  assembly = await synthesise();
  templates = resolveTemplates(assembly.templates);
  roles = rolesOf(templates);
  ask = createJudge(templates);
  folder = mkdtempSync(join(tmpdir(), "gantry-bundles-"));
  gantry = await startTraced();
  owner = homeKeys(gantry.home).aws;
  client = await logIn(gantry);
  missions = await runMissions();
  run = await runWorkflow();
  plan = await runPlan();
  deletion = await runDeletion();
  await callTheRest();
  await gantry.stop();
  calls = JSON.parse(readFileSync(join(folder, "trace.json"), "utf8"));
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startTraced(): Promise<Gantry> {
  const deployed = new Map(
    templates
      .all("AWS::Lambda::Function")
      .map(({ properties }) => [properties.FunctionName.slice("gantry-dev-".length), properties]),
  );
  const plan: TracePlan = {
    trace: join(folder, "trace.json"),
    functions: Object.fromEntries(
      Object.keys(FUNCTIONS).map((name) => [
        name,
        {
          folder: join(assembly.folder, "bundles", name),
          variables: Object.keys(deployed.get(name).Environment.Variables),
        },
      ]),
    ),
  };
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  return startGantry({ GANTRY_BEDROCK: "fixture", GANTRY_FIXTURE: join(folder, "script.json") }, [
    "test/e2e/support/traced-main.ts",
    join(folder, "plan.json"),
  ]);
}

/** One that is repaired and goes live, one whose machine is aborted, and one that a person cancels. */
async function runMissions() {
  const repairedId = await client.build("Build me case-repaired");
  const abortedId = await client.build("Build me case-aborted");
  const cancelledId = await client.build("Build me case-cancelled");
  const ticket = (await client.post("/gantry/ws-ticket", { mission_id: repairedId })).body;
  const socket = await watch(gantry.origin, ticket.url, ticket.ticket);
  const building = ({ status }: { status: string }) => status === "BUILDING";
  const states = new SFNClient({ endpoint: gantry.origin, region: HERE, credentials: owner });
  socket.send(JSON.stringify({ after: 0 }));
  await client.wait(abortedId, SECONDS, building);
  await states.send(
    new StopExecutionCommand({
      executionArn: `arn:aws:states:${HERE}:${LOCAL_ACCOUNT}:execution:${machineName("mission")}:${abortedId}`,
    }),
  );
  await client.wait(cancelledId, SECONDS, building);
  await client.post(`/gantry/missions/${cancelledId}/cancel`);
  const [repairedOne, aborted, cancelled] = await Promise.all(
    [repairedId, abortedId, cancelledId].map((id) => client.wait(id, SECONDS)),
  );
  await socket.close();
  return { repaired: repairedOne, aborted, cancelled };
}

/** A workflow that waits for a person's decision. Its effect is refused: the deployment is another project's. */
async function runWorkflow() {
  const second = await client.wait(await client.build("Build me case-second"), SECONDS);
  const body = {
    workflow: "gantry.rollback",
    trigger: { kind: "incident", ref: "INC-7" },
    input: { project: missions.repaired.project, deployment: await deploymentOf(second.mission_id) },
  };
  const { instance_id: id } = (await client.post("/gantry/instances", body)).body;
  const opened = () => client.get("/gantry/gates?state=open").then(({ body }) => body.gates);
  const gate = await until(async () => (await opened()).find((each: any) => each.execution_id === id));
  const { gate_id, epoch, snapshot_sha256 } = gate;
  const decision = {
    gate_id,
    epoch,
    snapshot_sha256,
    type: "APPROVE",
    justification: "Users cannot log in.",
  };
  expect((await client.post("/gantry/decisions", decision)).status).toBe(201);
  const lambda = new LambdaClient({ endpoint: gantry.origin, region: HERE, credentials: owner });
  const timer = {
    FunctionName: "gate-timer",
    Payload: JSON.stringify({ tenant: TENANT, execution_id: id, gate: gate_id }),
  };
  expect((await lambda.send(new InvokeCommand(timer))).FunctionError).toBeUndefined();
  return until(async () => {
    const { body } = await client.get(`/gantry/instances/${id}`);
    return body.seal_sha256 ? body : undefined;
  });
}

/** The deletion of a project that a mission has released. */
async function runDeletion() {
  const { project } = missions.repaired;
  const { body } = await client.request("DELETE", `/gantry/projects/${project}`);
  const ended = await until(async () => {
    const { body: shown } = await client.get(`/gantry/instances/${body.instance_id}`);
    return shown.seal_sha256 ? shown : undefined;
  });
  return { ...ended, project: (await client.get(`/gantry/projects/${project}`)).body };
}

/** A plan within a request, to its sealed end. */
async function runPlan() {
  const body = {
    workflow: "factory.plan",
    trigger: { kind: "person", ref: "test" },
    input: { request: "Build me case-plan" },
  };
  const reply = await client.post("/gantry/instances", body);
  expect(reply.status).toBe(201);
  return until(async () => {
    const { body: shown } = await client.get(`/gantry/instances/${reply.body.instance_id}`);
    return shown.seal_sha256 ? shown : undefined;
  });
}

async function deploymentOf(mission: string): Promise<string> {
  const { body } = await client.get(`/gantry/missions/${mission}/events`);
  return body.events.find(({ type }: any) => type === "gantry.deployment.previewed").data.deployment;
}

/** What comes of asking until there is something. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(200);
  }
}

/** Routes and functions that no mission needs. */
async function callTheRest(): Promise<void> {
  const { mission_id: id } = missions.repaired;
  for (const path of [
    "/ready",
    "/health",
    "/gantry/evidence-key",
    "/gantry/auth/status",
    "/gantry/missions",
    "/gantry/latest",
    "/gantry/search?q=sum",
    `/gantry/missions/${id}/events`,
    `/gantry/missions/${missions.aborted.mission_id}/failure`,
    `/gantry/missions/${id}/evidence`,
  ])
    expect([path, (await client.get(path)).status]).toEqual([path, 200]);
  await client.post("/gantry/missions/clear", {}, { "idempotency-key": "once" });
  await client.post("/gantry/auth/logout");
  const lambda = new LambdaClient({ endpoint: gantry.origin, region: HERE, credentials: owner });
  const mission = { tenant: TENANT, mission_id: id };
  for (const [FunctionName, payload] of [
    ["sweep", {}],
    ["release", mission],
    ["stop-build", { ...mission, attempt: 1, retry: 0 }],
  ] as const) {
    const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }));
    expect([FunctionName, answer.FunctionError]).toEqual([FunctionName, undefined]);
  }
}

describe("the deployed bundles", () => {
  it("run a mission from a sentence, with a repair, to a live app, a pull request and evidence", () => {
    expect(missions.repaired).toMatchObject({ status: "DEPLOYED", attempts: 2 });
    expect(missions.repaired.pr_url).toContain("/pull/");
  });

  it("end a mission whose machine was stopped, and one that was cancelled", () => {
    expect([missions.aborted.status, missions.cancelled.status]).toEqual(["CANCELLED", "CANCELLED"]);
  });

  it("run a workflow that waits for a person to its sealed end", () => {
    expect(run).toMatchObject({ state: "TERMINATED", outcome: "failed" });
  });

  it("run a workflow within a request, and seal it", () => {
    expect(plan).toMatchObject({ state: "COMPLETED", outcome: "succeeded" });
  });

  it("delete a project, and record it there", () => {
    expect(deletion).toMatchObject({ outcome: "succeeded", project: { state: "deleted", releases: 1 } });
  });

  it("were all invoked, except those of the deployment itself", () => {
    const seen = new Set(calls.map((call) => call.function));
    expect(Object.keys(FUNCTIONS).filter((name) => !seen.has(name))).toEqual(DEPLOYMENT);
  });
});

/** The rights that were asked for in the run, each once. */
function askedRights(): AskedRight[] {
  const names = {
    accessKey: owner.accessKeyId,
    artifacts: ARTIFACT_BUCKET,
    evidence: EVIDENCE_BUCKET,
    parameters: PARAMETERS,
  };
  const signed = Object.entries(SIGNED).flatMap(([name, rights]) =>
    rights.map(([action, thing]) => ({ function: name, as: "own" as const, action, thing, leading: [] })),
  );
  const all = [...calls.flatMap((call) => rightsOf(call, names)), ...signed];
  return [...new Map(all.map((asked) => [JSON.stringify(asked), asked])).values()];
}

describe("the rights of the deployed functions", () => {
  const variables = (name: string) =>
    templates
      .all("AWS::Lambda::Function")
      .find(({ properties }) => properties.FunctionName === `gantry-dev-${name}`)!.properties.Environment
      .Variables;
  const only = (type: string, id = /./) => {
    const found = templates.all(type).find((resource) => id.test(resource.id))!;
    return templates.arn(found.stack, found.id);
  };
  const ecs = (rest: string) => `arn:aws:ecs:${REGION}:${ACCOUNT}:${rest}`;

  /** What a thing is called on AWS, and what else a request for it says. */
  function onAws({ function: name, thing }: AskedRight): {
    resource: string;
    context: Record<string, string>;
  } {
    const [kind = "", ...rest] = thing.split("/");
    const path = rest.join("/");
    const { CLUSTER = "", TASK_DEFINITION_SMALL, TASK_DEFINITION_LARGE } = variables(name);
    const inCluster = { "ecs:cluster": ecs(`cluster/${CLUSTER}`) };
    const plain = (resource: string) => ({ resource, context: {} });
    switch (kind) {
      case "table":
        return plain(only("AWS::DynamoDB::Table") + (path ? `/index/${path}` : ""));
      case "artifacts":
      case "evidence": {
        const arn = only("AWS::S3::Bucket", new RegExp(`^${kind}`, "i"));
        return plain(path ? `${arn}/${path}` : arn);
      }
      case "key":
        return plain(only("AWS::KMS::Key"));
      case "machine":
        return plain(only("AWS::StepFunctions::StateMachine"));
      case "parameter":
        return plain(`arn:aws:ssm:${REGION}:${ACCOUNT}:parameter${variables(name).PARAMETER_PREFIX}/${path}`);
      case "tenant-role":
        return { resource: variables(name).TENANT_ROLE_ARN, context: { "aws:RequestTag/tenant": TENANT } };
      case "model":
        return plain(
          `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${variables(name).MODEL_ARCHITECT}`,
        );
      case "function":
        return plain(`arn:aws:lambda:${REGION}:${ACCOUNT}:function:${variables(name).SEALING_FUNCTION}`);
      case "socket": {
        const [, api = ""] = /^https:\/\/([^.]+)\./.exec(variables(name).WEBSOCKET_MANAGEMENT_URL) ?? [];
        return plain(`arn:aws:execute-api:${REGION}:${ACCOUNT}:${api}/live/POST/@connections/abc`);
      }
      case "task-definition": {
        const family = path.endsWith("small") ? TASK_DEFINITION_SMALL : TASK_DEFINITION_LARGE;
        return { resource: ecs(`task-definition/${family}:3`), context: inCluster };
      }
      case "task":
        return { resource: ecs(`task/${CLUSTER}/abc`), context: inCluster };
      case "container-instances":
        return { resource: ecs(`container-instance/${CLUSTER}/*`), context: inCluster };
      case "builder-execution-role":
        return {
          resource: templates.all("AWS::ECS::TaskDefinition")[0]!.properties.ExecutionRoleArn,
          context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
        };
      default:
        throw new Error(`nobody knows what ${thing} is on AWS`);
    }
  }

  function isAllowed(asked: AskedRight): boolean {
    const role = roles.get(`gantry-dev-${asked.as === "own" ? asked.function : "tenant"}`)!;
    const { resource, context } = onAws(asked);
    const decision = ask(role, asked.action, resource, {
      ...(asked.as === "tenant" ? { "aws:PrincipalTag/tenant": TENANT } : {}),
      ...(asked.leading.length > 0 ? { "dynamodb:LeadingKeys": asked.leading } : {}),
      ...context,
    });
    return decision === "allowed";
  }

  it("allow every request to AWS that was made", () => {
    const asked = askedRights();
    expect(asked.length).toBeGreaterThan(100);
    const denied = asked.filter((one) => !isAllowed(one));
    expect(denied.filter(({ function: name, thing }) => name !== "api" || !PROBES.includes(thing))).toEqual(
      [],
    );
    expect(denied.map(({ thing }) => thing).toSorted()).toEqual(PROBES);
  });

  it("contain no action that was never used, except the listed ones", () => {
    const used = new Set(
      askedRights().map(({ function: name, as, action }) => `${as === "own" ? name : "tenant"} ${action}`),
    );
    const infrastructure = /^(logs|xray):|dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;
    const held = Object.keys(FUNCTIONS)
      .filter((name) => !DEPLOYMENT.includes(name))
      .concat("tenant")
      .flatMap((name) =>
        roles.get(`gantry-dev-${name}`)!.statements.flatMap(({ Action = [] }) =>
          [Action]
            .flat()
            .filter((action) => !infrastructure.test(action))
            .map((action) => `${name} ${action}`),
        ),
      );
    const idle = [...new Set(held)].filter((right) => !used.has(right));
    expect(idle.filter((right) => !UNUSED.some(([pattern]) => pattern.test(right)))).toEqual([]);
    for (const [pattern, use] of UNUSED)
      expect([use, held.some((right) => pattern.test(right))]).toEqual([use, true]);
  });
});
