import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
  NotFoundException,
} from "@aws-sdk/client-kms";
import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  CreateStateMachineCommand,
  SFNClient,
  StateMachineAlreadyExists,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { ORIGIN_SECRET, withCurrentKey } from "#core/identity/origin.ts";
import { SIRI_SECRET } from "#core/identity/siri/siri-key.ts";
import { MACHINES, type Machine } from "#core/workflows/machines.ts";
import { MACHINE_ROWS, machineFunctions } from "#deployment/machines.ts";
import type { LocalConfig } from "#local/config.ts";
import { putOwner } from "#local/owner.ts";
import {
  ARTIFACT_BUCKET,
  EVIDENCE_BUCKET,
  functionArn,
  machineArn,
  machineName,
  PARAMETERS,
  REGION,
  SIGNING_ALIAS,
  TABLE,
} from "#local/topology.ts";

const ROLE_ARN = "arn:aws:iam::000000000000:role/gantry-local";

/**
 * Creates the resources that the stacks create on AWS, through the same protocols. Existing resources are not
 * changed.
 */
export async function provision(config: LocalConfig, origin: string, originKey: string): Promise<void> {
  const client = { endpoint: origin, region: REGION, credentials: config.keys.aws };
  await Promise.all([
    makeTable(new DynamoDBClient(client)),
    makeBuckets(new S3Client(client)),
    makeSigningKey(new KMSClient(client)),
    putSecrets(new SSMClient(client), config, originKey),
    makeMachines(new SFNClient(client), config.root),
  ]);
}

async function makeTable(client: DynamoDBClient): Promise<void> {
  const attributes = ["pk", "sk", "g1", "g1s", "g2", "g2s", "g3", "g3s"];
  await unless(ResourceInUseException, async () => {
    await client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: attributes.map((AttributeName) => ({
          AttributeName,
          AttributeType: "S" as const,
        })),
        KeySchema: keySchema("pk", "sk"),
        GlobalSecondaryIndexes: ["1", "2", "3"].map((n) => ({
          IndexName: `gsi${n}`,
          KeySchema: keySchema(`g${n}`, `g${n}s`),
          Projection: { ProjectionType: "ALL" as const },
        })),
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
      }),
    );
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: TABLE,
        TimeToLiveSpecification: { Enabled: true, AttributeName: "ttl" },
      }),
    );
  });
}

function keySchema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: "HASH" as const },
    { AttributeName: range, KeyType: "RANGE" as const },
  ];
}

async function makeBuckets(client: S3Client): Promise<void> {
  await unless(BucketAlreadyOwnedByYou, () =>
    client.send(new CreateBucketCommand({ Bucket: ARTIFACT_BUCKET })),
  );
  await client.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: ARTIFACT_BUCKET,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    }),
  );
  await unless(BucketAlreadyOwnedByYou, () =>
    client.send(new CreateBucketCommand({ Bucket: EVIDENCE_BUCKET, ObjectLockEnabledForBucket: true })),
  );
}

async function makeSigningKey(client: KMSClient): Promise<void> {
  try {
    await client.send(new DescribeKeyCommand({ KeyId: SIGNING_ALIAS }));
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
    const { KeyMetadata } = await client.send(
      new CreateKeyCommand({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }),
    );
    await client.send(new CreateAliasCommand({ AliasName: SIGNING_ALIAS, TargetKeyId: KeyMetadata?.KeyId }));
  }
}

/**
 * Stores the owner's password, the secret of the Siri keys, and the tokens of the local GitHub and Vercel, or those of the real ones if they are
 * configured.
 */
async function putSecrets(client: SSMClient, config: LocalConfig, originKey: string): Promise<void> {
  await putOwner(client, config);
  const secrets = {
    [ORIGIN_SECRET]: JSON.stringify(withCurrentKey(undefined, { name: "1", value: originKey }, Date.now())),
    [SIRI_SECRET]: config.keys.siri,
    "github-token": config.GANTRY_GITHUB_TOKEN ?? config.keys.github,
    "vercel-token": config.GANTRY_VERCEL_TOKEN ?? config.keys.vercel,
  };
  for (const [name, Value] of Object.entries(secrets)) {
    await client.send(
      new PutParameterCommand({
        Name: `${PARAMETERS}/${name}`,
        Value,
        Type: "SecureString",
        Overwrite: true,
      }),
    );
  }
}

async function makeMachines(client: SFNClient, root: string): Promise<void> {
  for (const machine of MACHINES) await makeMachine(client, root, machine);
}

async function makeMachine(client: SFNClient, root: string, machine: Machine): Promise<void> {
  const definition = substitute(machine, readFileSync(join(root, MACHINE_ROWS[machine].definition), "utf8"));
  const name = machineName(machine);
  try {
    await client.send(
      new CreateStateMachineCommand({ name, roleArn: ROLE_ARN, type: "STANDARD", definition }),
    );
  } catch (error) {
    if (!(error instanceof StateMachineAlreadyExists)) throw error;
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: machineArn(machine), definition }));
  }
}

/** Replaces the definition's placeholders by the functions' ARNs. */
function substitute(machine: Machine, definition: string): string {
  const functions = machineFunctions(machine);
  return definition.replace(/\$\{(\w+)\}/g, (_, placeholder: string) => {
    const name = functions.get(placeholder);
    if (!name) throw new Error(`the machine ${machine} has an unknown placeholder: ${placeholder}`);
    return functionArn(name);
  });
}

async function unless(
  known: abstract new (...args: never[]) => Error,
  make: () => Promise<unknown>,
): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof known)) throw error;
  }
}
