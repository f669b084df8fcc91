import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { createGate } from "#local-cloud/sigv4/gate.ts";
import { awsQuery } from "#local-cloud/sigv4/protocols.ts";
import { createSts } from "#local-cloud/sts/sts.ts";
import { credentials, region, type Target, target } from "./target.ts";

/** A role that the signer may assume and tag with `tenant`; at a given endpoint, one of that account. */
const RoleArn = process.env.CLOUD_TENANT_ROLE ?? TENANT_ROLE.arn;
const REQUEST: AssumeRoleCommandInput = {
  RoleArn,
  RoleSessionName: "t.tn_1",
  DurationSeconds: 900,
  Tags: [{ Key: "tenant", Value: "tn_1" }],
};

let cloud: Target;
let sts: STSClient;

beforeAll(async () => {
  cloud = await target((dir) => {
    const { handle, identify, close } = createSts({ dir, credentials, roles: [TENANT_ROLE] });
    const gate = createGate({ identify });
    return { handle: gate({ service: "sts", protocol: awsQuery, handle, sessions: true }), close };
  });
  sts = clientOf(credentials);
});

afterAll(async () => {
  sts.destroy();
  await cloud.close();
});

const clientOf = (given: typeof credentials & { sessionToken?: string }) =>
  new STSClient({ endpoint: cloud.endpoint, credentials: given, region, maxAttempts: 1 });

describe("a role's session", () => {
  it("has credentials of its own until it ends, and identifies itself", async () => {
    const before = Date.now();
    const { Credentials, AssumedRoleUser } = await sts.send(new AssumeRoleCommand(REQUEST));
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "", Expiration } = Credentials ?? {};
    expect(AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Expiration?.getTime()).toBeGreaterThanOrEqual(before + 899_000);
    expect(Expiration?.getTime()).toBeLessThanOrEqual(Date.now() + 905_000);
    expect(AssumedRoleUser?.Arn).toMatch(/^arn:aws:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/t\.tn_1$/);
    expect(AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA\w+:t\.tn_1$/);
    const session = clientOf({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    });
    const { Arn, Account } = await session.send(new GetCallerIdentityCommand({}));
    expect({ Arn, Account }).toEqual({ Arn: AssumedRoleUser?.Arn, Account: RoleArn.split(":")[4] });
  });

  it("lasts an hour by default", async () => {
    const { DurationSeconds: _, ...request } = REQUEST;
    const { Credentials } = await sts.send(new AssumeRoleCommand(request));
    const seconds = ((Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 1000;
    expect(Math.round(seconds / 60)).toBe(60);
  });

  it.each<[string, Partial<AssumeRoleCommandInput>, string, number]>([
    ["a name with a slash", { RoleSessionName: "a/b" }, "ValidationError", 400],
    ["a name of one character", { RoleSessionName: "a" }, "ValidationError", 400],
    ["a name of 65 characters", { RoleSessionName: "a".repeat(65) }, "ValidationError", 400],
    ["less than 15 minutes", { DurationSeconds: 899 }, "ValidationError", 400],
    [
      "more than an hour, for a role that was assumed itself",
      { DurationSeconds: 3601 },
      "ValidationError",
      400,
    ],
    [
      "a tag whose value has a wildcard",
      { Tags: [{ Key: "tenant", Value: "tn_*" }] },
      "ValidationError",
      400,
    ],
    [
      "51 tags",
      { Tags: Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: "v" })) },
      "ValidationError",
      400,
    ],
    ["no tag", { Tags: [] }, "AccessDenied", 403],
    ["an empty tag", { Tags: [{ Key: "tenant", Value: "" }] }, "AccessDenied", 403],
    ["another tag", { Tags: [{ Key: "team", Value: "a" }] }, "AccessDenied", 403],
    [
      "one tag more",
      {
        Tags: [
          { Key: "tenant", Value: "tn_1" },
          { Key: "team", Value: "a" },
        ],
      },
      "AccessDenied",
      403,
    ],
    ["a role that is not there", { RoleArn: `${RoleArn}-none` }, "AccessDenied", 403],
  ])("is refused with %s", async (_, change, name, httpStatusCode) => {
    await expect(sts.send(new AssumeRoleCommand({ ...REQUEST, ...change }))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
  });
});

describe("a request", () => {
  it("with an unknown access key is refused", async () => {
    const stranger = clientOf({ ...credentials, accessKeyId: "AKIAAAAAAAAAAAAAAAAA" });
    await expect(stranger.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
  });
});
