import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { lambdaQuota, modelQuota, quotaCheck } from "#cli/aws/quota-checks.ts";
import { bootstrapCheck } from "#cli/aws/stack-checks.ts";
import {
  ACCOUNT,
  type AccountScript,
  accountStub,
  deployed,
  HAIKU,
  IMAGE,
  SONNET,
} from "#test/cli/account-stub.ts";
import { gantry } from "#test/cli/scripted-api.ts";

let account: Awaited<ReturnType<typeof accountStub>>;
const CANARY = "canary0123456789";
const DEPLOY = "npx cdk deploy --all -c stage=dev -c githubOwner=<owner>";

beforeAll(async () => {
  account = await accountStub();
  const client = new SSMClient({});
  const values = {
    "/cdk-bootstrap/hnb659fds/version": "30",
    "/gantry/dev/users/owner": CANARY,
    "/gantry/dev/github-app": CANARY,
    "/gantry/dev/vercel-token": CANARY,
  };
  for (const [Name, Value] of Object.entries(values))
    await client.send(
      new PutParameterCommand({ Name, Value, Type: Value === CANARY ? "SecureString" : "String" }),
    );
  client.destroy();
});
afterAll(() => account.close());

const HEALTHY: AccountScript = {
  stacks: deployed(),
  outputs: { ModelArchitect: SONNET, ModelCritic: SONNET, ModelHealerSmall: HAIKU, BuilderImage: IMAGE },
  quotas: {
    "L-B99A9384": 1000,
    "L-3032A538": 6,
    "StartExecution throttle token refill rate per second": 300,
    "On-demand model inference tokens per minute for Anthropic Claude Haiku 4.5": 1,
    "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1 1M Context Length": 2,
    "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1": 1_000_000,
    "Cross-Region model inference tokens per minute for Anthropic Claude Haiku 4.5": 200_000,
  },
};

interface Check {
  name: string;
  state: string;
  detail: string;
  fix?: string;
}

async function examine(script: AccountScript, ...argv: string[]) {
  account.answers(script);
  const { exit, stdout, stderr } = await gantry(["doctor", "--aws", "--json", ...argv]);
  expect(stdout + stderr).not.toContain(CANARY);
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] };
  expect(ok).toBe(exit === 0);
  expect(exit === 1).toBe(checks.some(({ state }) => state === "fail"));
  for (const { state, fix } of checks) if (state === "fail") expect(fix).toBeTruthy();
  const named = (name: string) => checks.filter((check) => check.name === name);
  return { exit, checks, named, the: (name: string) => named(name)[0] };
}

describe("gantry doctor --aws", () => {
  it("reports no failure for a complete account, and reads no secret", async () => {
    const { exit, checks, the } = await examine(HEALTHY);
    expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
    expect(exit).toBe(0);
    expect(checks.map(({ name }) => name)).toEqual([
      ...["region", "credentials", "bootstrap", "role of ecs", "cloudfront"],
      ...["stack data", "stack factory", "stack api", "stack web", "stack ops"],
      ...["secret users", "secret github", "secret vercel", "image", "model", "model"],
      ...["quota lambda", "quota fargate", "quota states", "quota model", "quota model"],
    ]);
    expect(the("credentials")?.detail).toBe(`account ${ACCOUNT}, user/ada`);
    expect(the("stack web")?.detail).toBe("Gantry-dev-Web UPDATE_COMPLETE");
    expect(the("secret github")?.detail).toBe("github-app");
    expect(the("image")?.detail).toBe("builder 97.4 MB compressed");
    expect(the("quota model")?.detail).toBe(`1,000,000 tokens per minute for ${SONNET}`);
    expect(account.asked.filter((one) => one === "ssm:GetParameter")).toHaveLength(1);
    expect(account.asked.filter((one) => one === "quotas:ListServiceQuotas")).toHaveLength(14);
  });

  it("prints the command for a region that was never bootstrapped, with the settings that the CDK requires", () => {
    const place = { environment: "aws://111122223333/eu-west-1", stage: "prod" } as const;
    expect(bootstrapCheck({ value: undefined }, place)).toMatchObject({
      state: "fail",
      fix: "npx cdk bootstrap aws://111122223333/eu-west-1 -c stage=prod -c githubOwner=<owner>",
    });
  });

  it("prints the command for each missing part where nothing is deployed", async () => {
    const { exit, the, named, checks } = await examine({}, "--stage", "prod", "--region", "eu-west-1");
    expect(exit).toBe(1);
    expect(the("region")?.detail).toBe("eu-west-1");
    expect(checks.filter(({ name }) => name.startsWith("stack "))).toHaveLength(5);
    expect(the("stack factory")).toMatchObject({
      state: "fail",
      detail: "Gantry-prod-Factory is not deployed",
      fix: DEPLOY.replace("dev", "prod"),
    });
    expect(the("secret users")?.fix).toBe("gantry secrets set users/owner --stage prod --region eu-west-1");
    expect(the("secret vercel")?.state).toBe("fail");
    expect(the("image")?.state).toBe("warn");
    expect(named("model").map(({ detail }) => detail)).toEqual([SONNET, HAIKU]);
    for (const { state } of checks.filter(({ name }) => name.startsWith("quota"))) expect(state).toBe("warn");
  });

  it.each([
    ["UPDATE_ROLLBACK_COMPLETE", DEPLOY],
    ["ROLLBACK_COMPLETE", `aws cloudformation delete-stack --stack-name Gantry-dev-Data, then ${DEPLOY}`],
    ["UPDATE_IN_PROGRESS", "wait until the deployment has ended"],
  ])("fails for a stack in the state %s", async (status, fix) => {
    const { the } = await examine({ ...HEALTHY, stacks: { ...deployed(), "Gantry-dev-Data": status } });
    expect(the("stack data")).toMatchObject({ state: "fail", fix });
    expect(the("stack api")?.state).toBe("ok");
  });

  it("names models that cannot be invoked, a missing image and quotas that are too low", async () => {
    const { the, named } = await examine({
      ...HEALTHY,
      outputs: { ModelArchitect: "eu.anthropic.claude-nonesuch", ModelCritic: HAIKU, BuilderImage: IMAGE },
      availability: { agreement: "NOT_AVAILABLE", regionAvailability: "NOT_AVAILABLE" },
      imageBytes: 120_100_000,
      quotas: { "L-B99A9384": 10, "L-3032A538": 0 },
    });
    expect(named("model").map(({ state, detail }) => `${state}: ${detail}`)).toEqual([
      "fail: eu.anthropic.claude-nonesuch is not an inference profile in this region",
      `fail: ${HAIKU} cannot be called: agreement NOT_AVAILABLE, region NOT_AVAILABLE`,
    ]);
    expect(the("image")).toMatchObject({ state: "fail", detail: expect.stringContaining("120.1 MB") });
    expect(the("quota lambda")).toMatchObject({
      state: "warn",
      fix: "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 100",
    });
    expect(the("quota fargate")?.state).toBe("fail");
  });

  it("continues when one check is denied, and prints the reason", async () => {
    const denied = { code: "AccessDeniedException", message: `${CANARY}: no` };
    const refuse = {
      cloudformation: { code: "AccessDenied", message: "no" },
      quotas: denied,
      bedrock: denied,
    };
    const { the, named } = await examine({ ...HEALTHY, refuse });
    expect(the("stack api")).toMatchObject({
      state: "fail",
      detail: "These credentials do not allow cloudformation:DescribeStacks.",
    });
    expect(named("model")[0]?.detail).toBe(
      `${SONNET}: These credentials do not allow bedrock:GetFoundationModelAvailability.`,
    );
    expect(the("quota lambda")).toMatchObject({
      state: "warn",
      detail: expect.stringMatching(/^not known: /),
    });
    expect(the("secret users")?.state).toBe("ok");
  });

  it("makes no further check when the credentials are invalid", async () => {
    const refuse = { sts: { code: "ExpiredToken", message: CANARY } };
    const { checks } = await examine({ ...HEALTHY, refuse });
    expect(checks.map(({ name, state }) => [name, state])).toEqual([
      ["region", "ok"],
      ["credentials", "fail"],
    ]);
    expect(account.asked).toEqual(["sts:GetCallerIdentity"]);
  });

  it("prints the same for people, one line per check and one per remedy", async () => {
    account.answers({ ...HEALTHY, imageBytes: 2e8 });
    const { exit, stdout } = await gantry(["doctor", "--aws"]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^ok {4}stack data {5}Gantry-dev-Data UPDATE_COMPLETE$/m);
    expect(stdout).toMatch(
      /^fail {2}image .*200\.0 MB.*\n +To fix it: remove what builds do not need from builder-image\/Dockerfile/m,
    );
  });
});

describe("a new account", () => {
  it("lacks the service-linked role of ECS, which one command creates", async () => {
    const { the } = await examine({ ...HEALTHY, withoutRoles: ["AWSServiceRoleForECS"] });
    expect(the("role of ecs")).toMatchObject({
      state: "fail",
      fix: "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com",
    });
  });

  it("must be verified for CloudFront: before the first deployment, and after a refusal", async () => {
    const before = await examine({});
    expect(before.the("cloudfront")).toMatchObject({
      state: "warn",
      fix: expect.stringContaining("AWS Support"),
    });
    const failed =
      "Access denied for operation 'AWS::CloudFront::Distribution: Your account must be verified before you can add new CloudFront resources.";
    const web = { ...HEALTHY, stacks: { ...deployed(), "Gantry-dev-Web": "ROLLBACK_COMPLETE" } };
    const after = await examine({ ...web, failed });
    expect(after.the("cloudfront")).toMatchObject({
      state: "fail",
      detail: "AWS has not verified this account for CloudFront",
    });
    const other = await examine({ ...web, failed: "The name is taken." });
    expect(other.the("cloudfront")?.state).toBe("warn");
  });

  it("with a quota of ten concurrent executions cannot reserve any, which production does by default", async () => {
    const quotas = { ...HEALTHY.quotas, "L-B99A9384": 10 };
    const prod = await examine({ ...HEALTHY, quotas, stacks: {} }, "--stage", "prod");
    expect(prod.the("quota lambda")).toMatchObject({
      state: "fail",
      detail:
        "10 concurrent executions; reserved concurrency for the relay and the end of executions needs 125",
      fix: expect.stringMatching(/--desired-value 200, or deploy with -c reservedConcurrency=off$/),
    });
    const outputs = { ...HEALTHY.outputs, ReservedConcurrency: "off" };
    const off = await examine(
      { ...HEALTHY, quotas, outputs, stacks: deployed("CREATE_COMPLETE", "prod") },
      "--stage",
      "prod",
    );
    expect(off.the("quota lambda")?.state).toBe("warn");
    const on = { ...HEALTHY, quotas, outputs: { ...HEALTHY.outputs, ReservedConcurrency: "on" } };
    expect((await examine(on)).the("quota lambda")?.state).toBe("fail");
  });
});

describe("the quota of a model", () => {
  it.each([
    [
      "us.anthropic.claude-opus-5",
      "Cross-region model inference tokens per minute for Anthropic Claude Opus 5",
    ],
    [
      "global.anthropic.claude-sonnet-4-20250514-v1:0",
      "Global cross-region model inference tokens per minute for Anthropic Claude Sonnet 4 V1",
    ],
    [
      "anthropic.claude-3-7-sonnet-20250219-v1:0",
      "On-demand model inference tokens per minute for Anthropic Claude 3.7 Sonnet V1",
    ],
    ["apac.amazon.nova-lite-v1:0", "Cross-Region model inference tokens per minute for Amazon Nova Lite"],
  ])("for %s is the one that Service Quotas names %j", (id, name) => {
    const { quota } = modelQuota(id);
    const called = "called" in quota ? quota.called : /never/;
    expect(called.test(name)).toBe(true);
    for (const other of [`${name} 1M Context Length`, `${name}.1`, name.replace("tokens", "requests")])
      expect(called.test(other)).toBe(false);
  });

  it("is ok, low or too low by its value", () => {
    const need = lambdaQuota(false);
    const states = [100, 99, 10, 9].map((value) => quotaCheck(need, { value }).state);
    expect(states).toEqual(["ok", "warn", "warn", "fail"]);
  });
});
