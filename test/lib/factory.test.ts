import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { LIMITS } from "#adapters/dependencies/limits.ts";
import { type Provider, withUsed } from "#adapters/provider.ts";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { RULES } from "#local/event-rules.ts";
import { FUNCTIONS as LOCAL } from "#local/functions.ts";
import { type Resolved, resolveTemplates } from "#test/support/template.ts";
import { DEV, STRICT, synthesise } from "./support/synth.ts";

const ROOT = join(import.meta.dirname, "../..");
let dev: Resolved;

beforeAll(async () => {
  dev = resolveTemplates((await synthesise()).templates);
  await synthesise(STRICT);
});

/** The functions of these stacks by the names of the table. */
const functions = (stacks = /-Factory$/): [FunctionName, any][] =>
  dev
    .all("AWS::Lambda::Function")
    .filter(({ stack }) => stacks.test(stack))
    .map(({ properties }) => [properties.FunctionName.slice("gantry-dev-".length), properties]);
const rules = (): any[] => dev.all("AWS::Events::Rule").filter(({ stack }) => stack === "Gantry-dev-Factory");
const LOCAL_NAMES = Object.keys(LOCAL);

describe("the functions of the factory", () => {
  test("are those that the local cloud runs for missions", () => {
    const names = functions().map(([name]) => name);
    const here = LOCAL_NAMES.filter(
      (name) => /^lambdas\/(steps|events)\//.test(entryOf(name)) && !["relay", "consultant"].includes(name),
    );
    expect(names.toSorted()).toEqual(here.toSorted());
  });

  test("have the time limits of the local cloud", () => {
    for (const [name, { Timeout }] of functions())
      expect([name, Timeout]).toEqual([name, LOCAL[name]!.timeoutSeconds]);
  });

  test("run as in the catalogue, traced, each with its own log group and role", () => {
    const roles = new Set<string>();
    for (const [name, properties] of functions()) {
      const { memory, disk, architecture } = FUNCTIONS[name];
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        MemorySize: memory,
        EphemeralStorage: { Size: disk },
        Architectures: [architecture],
        TracingConfig: { Mode: "Active" },
        LoggingConfig: { LogGroup: `/aws/lambda/gantry-dev-${name}` },
        Environment: {
          Variables: {
            POWERTOOLS_SERVICE_NAME: name,
            POWERTOOLS_METRICS_NAMESPACE: "Gantry/dev",
            LOG_LEVEL: "INFO",
          },
        },
      });
      roles.add(properties.Role);
    }
    expect(roles.size).toBe(functions().length);
  });

  test("reserve concurrency for the relay and the ending of executions where that is configured", async () => {
    const reserved = async (context: typeof STRICT) =>
      resolveTemplates((await synthesise(context)).templates)
        .all("AWS::Lambda::Function")
        .flatMap(({ properties: { FunctionName, ReservedConcurrentExecutions: kept } }) =>
          kept === undefined ? [] : [[FunctionName, kept]],
        );
    expect(await reserved(DEV)).toEqual([]);
    expect((await reserved(STRICT)).toSorted()).toEqual([
      ["gantry-prod-execution-ended", 5],
      ["gantry-prod-relay", 20],
    ]);
  });

  test("have a disk large enough for what is unpacked on it", () => {
    const { entries, bytes, downloadBytes, cacheBytes } = LIMITS;
    const unpacked = bytes + entries * 4096; // The last block of a file is its own.
    expect(FUNCTIONS.install.disk * 2 ** 20).toBeGreaterThan(unpacked + downloadBytes + cacheBytes);
  });

  test("have memory for the process that installs dependencies", () => {
    expect(FUNCTIONS.install.memory * 2 ** 20).toBeGreaterThan(LIMITS.memoryBytes + 512 * 2 ** 20);
  });

  test("have time to end the installation of dependencies themselves", () => {
    expect(FUNCTIONS.install.seconds).toBeGreaterThan(LIMITS.seconds + 15);
  });

  test("have exactly the environment variables that their entries read", async () => {
    for (const [name, { Environment }] of functions(/./)) {
      const {
        POWERTOOLS_SERVICE_NAME: _,
        POWERTOOLS_METRICS_NAMESPACE: __,
        LOG_LEVEL: ___,
        ...own
      } = Environment.Variables;
      const shape = await environmentOf(name);
      expect([name, z.strictObject(shape).safeParse(own).error?.issues ?? []]).toEqual([name, []]);
    }
  });

  test("have the settings of the deployment", async () => {
    const strict = resolveTemplates((await synthesise(STRICT)).templates);
    const variables = (name: string) =>
      strict
        .all("AWS::Lambda::Function")
        .find(({ properties }) => properties.FunctionName === `gantry-prod-${name}`)!.properties.Environment
        .Variables;
    for (const name of ["seal", "execution-ended"])
      expect(variables(name)).toMatchObject({
        EVIDENCE_LOCK_MODE: "COMPLIANCE",
        EVIDENCE_RETENTION_DAYS: "365",
      });
    for (const name of ["preview", "promote"])
      expect(variables(name)).toMatchObject({ VERCEL_TEAM_ID: "team_acme" });
    expect(variables("publish")).toMatchObject({ GITHUB_OWNER: "acme", PARAMETER_PREFIX: "/gantry/prod" });
  });

  test("keep their logs for two weeks in development", () => {
    const groups = dev.all("AWS::Logs::LogGroup").filter(({ stack }) => stack === "Gantry-dev-Factory");
    for (const { properties } of groups) expect(properties.RetentionInDays).toBe(14);
  });

  test("keep their logs in production, unless the creation of a log group failed", async () => {
    const groups = Object.values((await synthesise(STRICT)).templates)
      .flatMap(({ Resources }) => Object.values(Resources))
      .filter(({ Type }) => Type === "AWS::Logs::LogGroup");
    expect(groups.length).toBeGreaterThan(Object.keys(FUNCTIONS).length);
    for (const group of groups)
      expect(group).toMatchObject({
        DeletionPolicy: "RetainExceptOnCreate",
        UpdateReplacePolicy: "Retain",
        Properties: { RetentionInDays: 90 },
      });
  });

  test("have no policy managed by AWS", () => {
    const roles = dev
      .all("AWS::IAM::Role")
      .filter(({ properties }) =>
        JSON.stringify(properties.AssumeRolePolicyDocument).includes("lambda.amazonaws.com"),
      );
    expect(roles.length).toBeGreaterThanOrEqual(functions().length);
    for (const { properties } of roles) expect(properties.ManagedPolicyArns ?? []).toEqual([]);
  });
});

describe("the event rules", () => {
  test("call the same functions for the same events as the local cloud's bus", () => {
    const found = rules().map(({ properties: { Name, EventPattern, ScheduleExpression, Targets } }) => ({
      name: Name.slice("gantry-dev-".length),
      pattern: local(EventPattern),
      schedule: ScheduleExpression,
      targets: Targets.map(({ Arn }: any) => Arn.split(":gantry-dev-")[1]),
    }));
    const expected = RULES.map(({ name, pattern, schedule, targets }) => ({
      name,
      pattern: local(pattern),
      schedule,
      targets,
    }));
    expect(found).toEqual(expected);
  });

  test("match the objects that a builder reports by", () => {
    const [objects] = rules().filter(({ properties }) => properties.Name.endsWith("builder-objects"));
    expect(objects.properties.EventPattern.detail.object.key).toEqual([
      { wildcard: "t/*/progress.json" },
      { wildcard: "t/*/result.json" },
    ]);
  });

  test("match tasks of our cluster only", () => {
    const [tasks] = rules().filter(({ properties }) => properties.Name.endsWith("builder-tasks"));
    expect(tasks.properties.EventPattern.detail.clusterArn).toEqual([
      "arn:aws:ecs:us-east-1:111122223333:cluster/gantry-dev",
    ]);
  });

  test("keep events that cannot be delivered or handled", () => {
    const dead = "arn:aws:sqs:us-east-1:111122223333:gantry-dev-dead-letters";
    for (const { properties } of rules())
      for (const target of properties.Targets)
        expect(target).toMatchObject({
          DeadLetterConfig: { Arn: dead },
          RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
        });
    const called = dev.all("AWS::Lambda::EventInvokeConfig").map(({ properties }) => properties);
    expect(called.map(({ FunctionName }) => FunctionName).toSorted()).toEqual(
      ["execution-ended", "object-created", "sweep", "task-stopped"].map((name) => `gantry-dev-${name}`),
    );
    for (const config of called)
      expect(config).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: dead } },
      });
  });
});

describe("the rights of the functions", () => {
  const statements = (name: string): any[] =>
    dev
      .all("AWS::IAM::Policy")
      .filter(({ properties }) => properties.Roles.includes(`gantry-dev-${name}`))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);
  const actions = (name: string): string[] => statements(name).flatMap(({ Action }) => [Action].flat());

  test("name each action", () => {
    for (const { properties } of dev.all("AWS::IAM::Policy"))
      for (const { Action } of properties.PolicyDocument.Statement)
        for (const action of [Action].flat()) expect(action).not.toContain("*");
  });

  test("on the table are always limited to named partitions", () => {
    for (const [name] of functions())
      for (const { Action, Condition } of statements(name))
        if ([Action].flat().some((action) => action.startsWith("dynamodb:")))
          expect(Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].length).toBeGreaterThan(0);
    expect(functions().flatMap(([name]) => actions(name))).not.toContain("dynamodb:Scan");
  });

  test("to sign and to seal belong to three functions", () => {
    const holders = (action: string) =>
      functions()
        .map(([name]) => name)
        .filter((name) => actions(name).includes(action));
    expect(holders("kms:Sign").toSorted()).toEqual(["execution-ended", "seal", "seal-run"]);
    expect(holders("s3:PutObjectRetention").toSorted()).toEqual(["execution-ended", "seal", "seal-run"]);
    expect(holders("s3:BypassGovernanceRetention")).toEqual([]);
    expect(holders("s3:DeleteObjectVersion")).toEqual([]);
  });

  test("to call a model cover the configured profile and, only through it, its model", () => {
    const profile =
      "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    const asking = statements("architect").filter(
      ({ Action }) => Action === "bedrock:InvokeModelWithResponseStream",
    );
    expect(asking).toEqual([
      { Effect: "Allow", Action: "bedrock:InvokeModelWithResponseStream", Resource: profile },
      {
        Effect: "Allow",
        Action: "bedrock:InvokeModelWithResponseStream",
        Resource: ["us-east-1", "us-east-2", "us-west-1", "us-west-2"].map(
          (region) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0`,
        ),
        Condition: { StringEquals: { "bedrock:InferenceProfileArn": profile } },
      },
    ]);
  });

  test("to call a global profile cover its model in all regions, and a plain model only here", async () => {
    const strict = resolveTemplates((await synthesise(STRICT)).templates);
    const asked = (role: string) =>
      strict
        .all("AWS::IAM::Policy")
        .filter(({ properties }) => properties.Roles.includes(`gantry-prod-${role}`))
        .flatMap(({ properties }) => properties.PolicyDocument.Statement)
        .filter(({ Action }) => Action === "bedrock:InvokeModelWithResponseStream")
        .map(({ Resource }) => Resource);
    const large = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    const global = [
      `arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.${large}`,
      [`arn:aws:bedrock:us-east-1::foundation-model/${large}`, `arn:aws:bedrock:::foundation-model/${large}`],
    ];
    expect(asked("review")).toEqual(global);
    const [profile, models] = global;
    expect(asked("heal")).toEqual([
      [profile, "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0"],
      models,
    ]);
  });

  test("to start a builder include passing only its role, in our cluster", () => {
    const starting = statements("build").filter(({ Action }) => /RunTask|PassRole/.test(Action));
    expect(starting).toEqual([
      {
        Effect: "Allow",
        Action: "ecs:RunTask",
        Resource: ["large", "small"].map(
          (tier) => `arn:aws:ecs:us-east-1:111122223333:task-definition/gantry-dev-builder-${tier}:*`,
        ),
        Condition: { ArnEquals: { "ecs:cluster": "arn:aws:ecs:us-east-1:111122223333:cluster/gantry-dev" } },
      },
      {
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: "arn:aws:iam::111122223333:role/gantry-dev-builder-start",
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ]);
  });
});

function entryOf(name: string): string {
  return FUNCTIONS[name as FunctionName]?.entry ?? "";
}

/** The variables of all parts that an entry lists. */
async function environmentOf(name: FunctionName): Promise<z.ZodRawShape> {
  const source = readFileSync(join(ROOT, FUNCTIONS[name].entry), "utf8");
  const names = [...source.matchAll(/"#adapters\/providers\/([\w-]+)\.ts"/g)].map(
    ([, part]) => part as string,
  );
  const parts = await Promise.all(
    names.map(
      async (part) => Object.values(await import(`#adapters/providers/${part}.ts`)).find(isPart) as Provider,
    ),
  );
  return Object.assign({}, ...withUsed(parts).map(({ env }) => env));
}

function isPart(value: unknown): value is Provider {
  return typeof value === "object" && value !== null && "env" in value && "create" in value;
}

/** A pattern with the names of one place for another's, and without the cluster, of which the local cloud has one. */
function local(pattern: any): unknown {
  if (!pattern) return undefined;
  const { clusterArn: _, bucket, stateMachineArn, ...detail } = pattern.detail;
  return {
    ...pattern,
    detail: {
      ...detail,
      ...(bucket
        ? { bucket: { name: bucket.name.map((name: string) => /^(gantry-)?artifacts/.test(name)) } }
        : {}),
      ...(stateMachineArn
        ? { stateMachineArn: stateMachineArn.map((arn: string) => /:gantry-(dev-)?mission$/.test(arn)) }
        : {}),
    },
  };
}
