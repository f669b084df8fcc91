import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { DescribeTasksCommand, ECSClient, RunTaskCommand } from "@aws-sdk/client-ecs";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readKeyPair } from "#local-cloud/key-file.ts";

const CATALOGUE = "test/cases/local-cloud/catalogue.mjs";

interface Started {
  readonly child: ChildProcess;
  /** What it prints to be copied into a shell. */
  readonly exported: ReadonlyMap<string, string>;
}

let dir: string;
let cloud: Started;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "local-cloud-main-"));
  cloud = await start();
  const dynamodb = new DynamoDBClient(client());
  await dynamodb.send(
    new CreateTableCommand({
      ...notes,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );
  await dynamodb.send(new PutItemCommand({ ...notes, Item: item }));
});
afterAll(() => {
  cloud.child.kill("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawn(process.execPath, ["local-cloud/main.ts", ...args], { stdio: ["ignore", "pipe", "pipe"] });

/** Resolves when it says that it is ready. */
async function start(): Promise<Started> {
  const child = run("--port", "0", "--data", dir, "--catalogue", CATALOGUE);
  child.stderr.pipe(process.stderr);
  const exported = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)='?([^']+)'?$/.exec(line) ?? [];
    if (name && value) exported.set(name, value);
    if (line.startsWith("unset ")) return { child, exported };
  }
  throw new Error("the local cloud ended before it was ready");
}

const endpoint = () => cloud.exported.get("AWS_ENDPOINT_URL") as string;
const client = () => ({
  endpoint: endpoint(),
  region: cloud.exported.get("AWS_REGION") as string,
  credentials: readKeyPair(cloud.exported.get("AWS_SHARED_CREDENTIALS_FILE") as string),
});

/** Asks again until there is a value. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await sleep(20);
  }
}

const notes = { TableName: "notes" };
const item = { pk: { S: "first" } };

describe("the local cloud on its own", () => {
  it("listens on 127.0.0.1 and stores its key where only its owner can read it", () => {
    expect(endpoint()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(cloud.exported.get("AWS_SHARED_CREDENTIALS_FILE") as string).mode & 0o777).toBe(0o600);
  });

  it("has tables", async () => {
    const dynamodb = new DynamoDBClient(client());
    expect((await dynamodb.send(new ListTablesCommand({}))).TableNames).toEqual([notes.TableName]);
    expect((await dynamodb.send(new GetItemCommand({ ...notes, Key: item }))).Item).toEqual(item);
  });

  it("has buckets that keep locked objects", async () => {
    const s3 = new S3Client(client());
    const object = { Bucket: "archive", Key: "report" };
    await s3.send(new CreateBucketCommand({ Bucket: "archive", ObjectLockEnabledForBucket: true }));
    const { VersionId } = await s3.send(
      new PutObjectCommand({
        ...object,
        Body: "locked",
        ObjectLockMode: "COMPLIANCE",
        ObjectLockRetainUntilDate: new Date(Date.now() + 3_600_000),
      }),
    );
    await expect(s3.send(new DeleteObjectCommand({ ...object, VersionId }))).rejects.toMatchObject({
      name: "AccessDenied",
    });
    const { Body } = await s3.send(new GetObjectCommand({ ...object, VersionId }));
    expect(await Body?.transformToString()).toBe("locked");
  });

  it("runs state machines, which call the functions of its catalogue", async () => {
    const states = new SFNClient(client());
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({
        name: "double",
        roleArn: "arn:aws:iam::000000000000:role/any",
        definition: JSON.stringify({
          QueryLanguage: "JSONata",
          StartAt: "Double",
          States: {
            Double: {
              Type: "Task",
              Resource: "arn:aws:states:::lambda:invoke",
              Arguments: {
                FunctionName: "arn:aws:lambda:us-east-1:000000000000:function:double",
                Payload: "{% $states.input %}",
              },
              Output: "{% $states.result.Payload %}",
              End: true,
            },
          },
        }),
      }),
    );
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ value: 21 }) }),
    );
    const ended = await eventually(async () => {
      const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
      return execution.status === "RUNNING" ? undefined : execution;
    });
    expect([ended.status, ended.output]).toEqual(["SUCCEEDED", '{"value":42}']);
  });

  it("sends events to functions, which reach it through their environment", async () => {
    const s3 = new S3Client(client());
    await s3.send(new CreateBucketCommand({ Bucket: "inbox" }));
    await s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: "inbox",
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
    await s3.send(new PutObjectCommand({ Bucket: "inbox", Key: "letter", Body: "hello" }));
    const key = { pk: { S: "letter" } };
    const dynamodb = new DynamoDBClient(client());
    const noted = await eventually(
      async () => (await dynamodb.send(new GetItemCommand({ ...notes, Key: key }))).Item,
    );
    expect(noted).toEqual(key);
  });

  it("replies for the models of Bedrock with the model of its catalogue", async () => {
    const { output } = await new BedrockRuntimeClient(client()).send(
      new ConverseCommand({ modelId: "any.model", messages: [{ role: "user", content: [{ text: "Hi" }] }] }),
    );
    expect(output?.message?.content).toEqual([{ text: "Hello." }]);
  });

  it("runs the tasks of its catalogue", async () => {
    const ecs = new ECSClient(client());
    const { tasks = [] } = await ecs.send(
      new RunTaskCommand({
        cluster: "jobs",
        taskDefinition: "report",
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
        overrides: { containerOverrides: [{ name: "main", environment: [{ name: "CODE", value: "7" }] }] },
      }),
    );
    const exitCode = await eventually(async () => {
      const described = await ecs.send(
        new DescribeTasksCommand({ cluster: "jobs", tasks: [tasks[0]?.taskArn as string] }),
      );
      return described.tasks?.[0]?.containers?.[0]?.exitCode;
    });
    expect(exitCode).toBe(7);
  });

  it("limits sessions to the roles of its catalogue", async () => {
    const { Credentials } = await new STSClient(client()).send(
      new AssumeRoleCommand({
        RoleArn: "arn:aws:iam::000000000000:role/reader",
        RoleSessionName: "someone",
        Tags: [{ Key: "team", Value: "one" }],
      }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId as string,
      secretAccessKey: Credentials?.SecretAccessKey as string,
      sessionToken: Credentials?.SessionToken as string,
    };
    const session = new DynamoDBClient({ ...client(), credentials });
    expect((await session.send(new GetItemCommand({ ...notes, Key: item }))).Item).toEqual(item);
    await expect(session.send(new PutItemCommand({ ...notes, Item: item }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  });

  it("refuses requests that are not signed with its key", async () => {
    const { region, credentials } = client();
    const stranger = {
      endpoint: endpoint(),
      region,
      credentials: { ...credentials, secretAccessKey: "guessed" },
    };
    await expect(new DynamoDBClient(stranger).send(new ListTablesCommand())).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
    expect((await fetch(endpoint())).status).toBe(403);
  });

  it.each([
    [
      "a page of another origin",
      { origin: "https://example.com", authorization: signature("dynamodb") },
      403,
    ],
    ["a name that was rebound to this machine", { host: "example.com" }, 421],
  ])("cannot be reached by %s", async (_, headers, status) => {
    const asked = request(endpoint(), { headers }).end();
    const [response] = await once(asked, "response");
    response.resume();
    expect([response.statusCode, response.headers["access-control-allow-origin"]]).toEqual([
      status,
      undefined,
    ]);
  });

  it("refuses a data folder that another process uses", async () => {
    const second = run("--port=0", `--data=${dir}`);
    const [said, [code]] = await Promise.all([text(second.stderr), once(second, "exit")]);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^local-cloud: .* is in use by another process: stop it/),
    ]);
  });

  it("refuses unknown settings", async () => {
    const child = run("--prot", "1");
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect([code, said]).toEqual([1, expect.stringMatching(/^local-cloud: unknown setting '--prot': /)]);
  });

  it("stops on a signal, and continues with its data", async () => {
    cloud.child.kill("SIGTERM");
    expect(await once(cloud.child, "exit")).toEqual([0, null]);
    cloud = await start();
    const { Item } = await new DynamoDBClient(client()).send(new GetItemCommand({ ...notes, Key: item }));
    expect(Item).toEqual(item);
  });
});

function signature(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIA/20261121/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;
}
