import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Resolved, resolveTemplates } from "#test/support/template.ts";
import { type Assembly, DEV, STRICT, synthesise } from "./support/synth.ts";

const DATA = "Gantry-dev-Data";
let assembly: Assembly;
let dev: Resolved;
let strict: Resolved;

beforeAll(async () => {
  assembly = await synthesise(DEV);
  dev = resolveTemplates(assembly.templates);
  strict = resolveTemplates((await synthesise(STRICT)).templates);
});

const one = (of: Resolved, type: string, id?: string) => {
  const found = of.all(type).filter((row) => row.stack.endsWith("-Data") && (!id || row.id.startsWith(id)));
  expect(found).toHaveLength(1);
  return found[0]!.properties;
};

describe("the table", () => {
  test("has the keys, indexes, stream and expiry of the local cloud's table", () => {
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: "HASH" },
      { AttributeName: range, KeyType: "RANGE" },
    ];
    const table = one(dev, "AWS::DynamoDB::Table");
    expect(table).toMatchObject({
      KeySchema: keys("pk", "sk"),
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      GlobalSecondaryIndexes: ["1", "2", "3"].map((n) => ({
        IndexName: `gsi${n}`,
        KeySchema: keys(`g${n}`, `g${n}s`),
        Projection: { ProjectionType: "ALL" },
      })),
    });
  });

  test("can be restored to any second and cannot be deleted", () => {
    expect(one(dev, "AWS::DynamoDB::Table")).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });
});

describe("the data buckets", () => {
  test.each(["Artifacts", "Evidence", "AccessLogs"])(
    "keep %s private, encrypted and accessible only over TLS",
    (id) => {
      expect(one(dev, "AWS::S3::Bucket", id)).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
      });
      expect(one(dev, "AWS::S3::BucketPolicy", id).PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
    },
  );

  test("keep artefacts permanently or for the configured days, and layers for at most half a year", () => {
    const expiries = (of: Resolved) =>
      one(of, "AWS::S3::Bucket", "Artifacts").LifecycleConfiguration.Rules.flatMap((rule: any) =>
        rule.ExpirationInDays === undefined ? [] : [[rule.Prefix, rule.ExpirationInDays]],
      );
    expect(expiries(dev)).toEqual([["layers/", 180]]);
    expect(expiries(strict)).toEqual([
      ["layers/", 180],
      ["t/", 400],
    ]);
  });

  test("send events for artefacts, and discard unfinished uploads after a day", () => {
    const bucket = one(dev, "AWS::S3::Bucket", "Artifacts");
    expect(bucket.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    expect(bucket.LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    );
  });

  test("lock evidence for a day in development, and permanently where configured", () => {
    const lock = (of: Resolved) => one(of, "AWS::S3::Bucket", "Evidence");
    expect(lock(dev)).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1 } } },
      VersioningConfiguration: { Status: "Enabled" },
    });
    expect(lock(strict).ObjectLockConfiguration).toMatchObject({
      Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 365 } },
    });
  });

  test("keep the policy of the evidence bucket when the stack is deleted", async () => {
    const { Resources = {} } = (await synthesise()).templates["Gantry-dev-Data"] ?? {};
    const policies = Object.entries(Resources).filter(
      ([id, { Type }]) => Type === "AWS::S3::BucketPolicy" && id.startsWith("Evidence"),
    );
    expect(policies.map(([, row]: any) => row.DeletionPolicy)).toEqual(["RetainExceptOnCreate"]);
  });

  test("deny everyone to bypass a lock", () => {
    const bucket = one(dev, "AWS::S3::BucketPolicy", "Evidence");
    expect(bucket.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3:BypassGovernanceRetention",
        Resource: expect.stringMatching(/^arn:aws:s3:::evidence\w+\/\*$/),
      }),
    );
  });
});

describe("the signing key", () => {
  test("is the only key, on P-256", () => {
    const keys = dev.all("AWS::KMS::Key");
    expect(keys).toHaveLength(1);
    expect(keys[0]!.properties).toMatchObject({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    expect(one(dev, "AWS::KMS::Alias")).toMatchObject({ AliasName: "alias/gantry-dev-evidence" });
  });

  test("signs for the three functions that seal and for no one else", () => {
    const properties = one(dev, "AWS::KMS::Key");
    const signing = properties.KeyPolicy.Statement.filter(({ Action }: { Action: string | string[] }) =>
      [Action].flat().some((action) => /^kms:(\*|Sign|CreateGrant)/.test(action)),
    );
    expect(signing).toEqual([
      expect.objectContaining({
        Effect: "Allow",
        Action: "kms:Sign",
        Condition: {
          ArnEquals: {
            "aws:PrincipalArn": ["seal", "seal-run", "execution-ended"].map((name) =>
              expect.stringMatching(new RegExp(`^arn:aws:iam::\\d+:role/gantry-dev-${name}$`)),
            ),
          },
        },
      }),
    ]);
  });
});

test("the data stack keeps its resources when it is deleted, and removes unprotected ones when their creation failed", () => {
  const policies = {
    "AWS::DynamoDB::Table": "Retain",
    "AWS::S3::Bucket": "RetainExceptOnCreate",
    "AWS::KMS::Key": "RetainExceptOnCreate",
  };
  const resources = Object.values(assembly.templates[DATA]!.Resources).filter(({ Type }) => Type in policies);
  expect(resources).toHaveLength(5);
  for (const resource of resources)
    expect(resource).toMatchObject({
      DeletionPolicy: policies[resource.Type as keyof typeof policies],
      UpdateReplacePolicy: "Retain",
    });
});
