import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { ARTIFACT_BUCKET, EVIDENCE_BUCKET, TABLE } from "#local/topology.ts";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { createFront } from "#local-cloud/front/front.ts";
import { send } from "#local-cloud/http.ts";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { createGate } from "#local-cloud/sigv4/gate.ts";
import { awsJson, awsQuery } from "#local-cloud/sigv4/protocols.ts";
import { createSts } from "#local-cloud/sts/sts.ts";
import { credentials, region } from "../../cloud/target.ts";

/** Table, buckets and sessions as the local cloud has them, on one port. */
export async function startDataCloud() {
  const dir = mkdtempSync(join(tmpdir(), "gantry-tenants-"));
  const time = { ahead: 0 };
  const now = () => Date.now() + time.ahead;
  const sts = createSts({ dir: join(dir, "sts"), credentials, roles: [TENANT_ROLE], now });
  const { identify } = sts;
  const gate = createGate({ identify });
  const services = {
    sts,
    dynamodb: await createDynamoDb({ dir: join(dir, "dynamodb") }),
    s3: createS3({ dir: join(dir, "s3"), credentials, identify }),
  };
  const front = createFront({
    services: {
      dynamodb: gate({
        service: "dynamodb",
        protocol: awsJson,
        handle: services.dynamodb.handle,
        sessions: true,
      }),
      s3: services.s3.handle,
      sts: gate({ service: "sts", protocol: awsQuery, handle: sts.handle, sessions: true }),
    },
    mounts: [],
    hosts: () => undefined,
    fallback: async (_, res) => send(res, 404),
    upgrade: (_, socket) => socket.destroy(),
  });
  const { port } = await front.listen(0);
  const endpoint = `http://127.0.0.1:${port}`;
  const options = { endpoint, region, credentials, maxAttempts: 1 };
  const owner = clientsOf(options);
  await provision(owner);
  const stsClient = new STSClient(options);

  /** Clients of a session of the role of tenants. */
  async function sessionOf(tenant: string) {
    const { Credentials } = await stsClient.send(
      new AssumeRoleCommand({
        RoleArn: TENANT_ROLE.arn,
        RoleSessionName: `t.${tenant}`,
        DurationSeconds: 900,
        Tags: [{ Key: "tenant", Value: tenant }],
      }),
    );
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    return { ...clientsOf({ ...options, credentials: session }), credentials: session };
  }

  return {
    endpoint,
    time,
    owner,
    sts: stsClient,
    sessionOf,
    async close() {
      await front.close();
      for (const service of Object.values(services)) await service.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type DataCloud = Awaited<ReturnType<typeof startDataCloud>>;
export type DataClients = ReturnType<typeof clientsOf>;

function clientsOf(options: ConstructorParameters<typeof DynamoDBClient>[0] & { endpoint: string }) {
  const { endpoint, region, credentials, maxAttempts } = options as Required<typeof options>;
  return {
    table: DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials, maxAttempts })),
    s3: new S3Client({ endpoint, region, credentials, maxAttempts, forcePathStyle: true }),
  };
}

async function provision({ table, s3 }: DataClients): Promise<void> {
  const key = (hash: string) => [
    { AttributeName: hash, KeyType: "HASH" as const },
    { AttributeName: hash === "pk" ? "sk" : `${hash}s`, KeyType: "RANGE" as const },
  ];
  await table.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "g1", "g1s", "g2", "g2s", "g3", "g3s"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S" as const,
      })),
      KeySchema: key("pk"),
      GlobalSecondaryIndexes: ["1", "2", "3"].map((n) => ({
        IndexName: `gsi${n}`,
        KeySchema: key(`g${n}`),
        Projection: { ProjectionType: "ALL" as const },
      })),
    }),
  );
  for (const Bucket of [ARTIFACT_BUCKET, EVIDENCE_BUCKET]) await s3.send(new CreateBucketCommand({ Bucket }));
}
