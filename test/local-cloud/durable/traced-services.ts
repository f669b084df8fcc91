import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ECSClient, RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import {
  CreateStateMachineCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { DeleteParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import { createBus } from "#local-cloud/eventbridge/bus.ts";
import { createGitHub } from "#local-cloud/github/github.ts";
import { createKms } from "#local-cloud/kms/kms.ts";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { createStates } from "#local-cloud/states/states.ts";
import { createVercel } from "#local-cloud/vercel/vercel.ts";
import { credentials, region, target } from "#test/cloud/target.ts";
import { invoke, machine } from "#test/support/asl.ts";
import type { Trace } from "./trace-files.ts";

/**
 * Run as a process of its own below `trace-files.ts`: asks each service for changes over HTTP, one after the other,
 * and prints as JSON what each did to files before it replied.
 */
const { trace } = globalThis as unknown as { trace: Trace[] };
const changes: { service: string; change: string; trace: Trace[] }[] = [];

async function change<T>(service: string, name: string, request: () => Promise<T>): Promise<T> {
  const start = trace.length;
  const result = await request();
  const end = trace.findIndex(({ op }, index) => index >= start && op === "reply");
  if (end < 0) throw new Error(`${service} ${name}: no reply was traced`);
  changes.push({ service, change: name, trace: trace.slice(start, end) });
  return result;
}

async function post(url: string, token: string, body: string | object, headers = {}): Promise<any> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

const open: { close(): Promise<void> }[] = [];
async function client<C>(
  start: Parameters<typeof target>[0],
  Client: new (options: object) => C,
): Promise<C> {
  const served = await target(start);
  open.push(served);
  return new Client({ endpoint: served.endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
}

const kms = await client((dir) => createKms({ dir }), KMSClient);
const key = await change("kms", "CreateKey", () => kms.send(new CreateKeyCommand({})));
await change("kms", "CreateAlias", () =>
  kms.send(new CreateAliasCommand({ AliasName: "alias/a", TargetKeyId: key.KeyMetadata?.KeyId })),
);

const ssm = await client((dir) => createSsm({ dir }), SSMClient);
const Name = "/a";
await change("ssm", "PutParameter", () =>
  ssm.send(new PutParameterCommand({ Name, Value: "v", Type: "SecureString" })),
);
await change("ssm", "DeleteParameter", () => ssm.send(new DeleteParameterCommand({ Name })));

const s3 = await client((dir) => createS3({ dir, credentials }), S3Client);
const at = { Bucket: "bucket", Key: "deep/key" };
await change("s3", "CreateBucket", () => s3.send(new CreateBucketCommand(at)));
await change("s3", "PutObject", () => s3.send(new PutObjectCommand({ ...at, Body: "hello" })));
await change("s3", "DeleteObject", () => s3.send(new DeleteObjectCommand(at)));
const upload = await change("s3", "CreateMultipartUpload", () =>
  s3.send(new CreateMultipartUploadCommand(at)),
);
const part = { ...at, UploadId: upload.UploadId, PartNumber: 1 };
const { ETag } = await change("s3", "UploadPart", () =>
  s3.send(new UploadPartCommand({ ...part, Body: "part" })),
);
await change("s3", "CompleteMultipartUpload", () =>
  s3.send(
    new CompleteMultipartUploadCommand({ ...part, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } }),
  ),
);

let token = "";
const asked = Promise.withResolvers<void>();
const sfn = await client(async (dir) => {
  const service = createStates({
    dir,
    invoke: {
      lambda: async (_, payload) => {
        token = payload as string;
        asked.resolve();
        return { ok: true, payload: null };
      },
      ecs: {} as never,
    },
  });
  await service.start();
  return service;
}, SFNClient);
const wait = { Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken" };
const definition = machine({
  Wait: invoke("wait", {
    ...wait,
    Arguments: { FunctionName: "wait", Payload: "{% $states.context.Task.Token %}" },
    End: true,
  }),
});
const made = await change("states", "CreateStateMachine", () =>
  sfn.send(
    new CreateStateMachineCommand({ name: "m", roleArn: "arn:role", definition: JSON.stringify(definition) }),
  ),
);
const { stateMachineArn } = made;
await change("states", "StartExecution", () =>
  sfn.send(new StartExecutionCommand({ stateMachineArn, name: "one" })),
);
await asked.promise;
await change("states", "SendTaskSuccess", () =>
  sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: "1" })),
);
const second = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: "two" }));
await change("states", "StopExecution", () =>
  sfn.send(new StopExecutionCommand({ executionArn: second.executionArn })),
);

const ecs = await client(
  (dir) =>
    createEcs({
      dir,
      cluster: "c",
      start: () => new Promise(() => {}),
      killWaitMs: 1,
      taskDefinitions: {
        job: { revision: 1, cpu: 256, memory: 512, container: { name: "c", image: "i", stopTimeout: 1 } },
      },
    }),
  ECSClient,
);
const network = { awsvpcConfiguration: { subnets: ["subnet-1"] } };
const ran = await change("ecs", "RunTask", () =>
  ecs.send(
    new RunTaskCommand({
      cluster: "c",
      taskDefinition: "job",
      launchType: "FARGATE",
      networkConfiguration: network,
    }),
  ),
);
await change("ecs", "StopTask", () =>
  ecs.send(new StopTaskCommand({ cluster: "c", task: ran.tasks?.[0]?.taskArn })),
);

const bus = await target((dir) =>
  createBus({
    dir,
    rules: [{ name: "r", pattern: { source: ["test"] }, targets: ["t"] }],
    targets: { t: () => new Promise(() => {}) },
  }),
);
open.push(bus);
const entry = { Source: "test", DetailType: "d", Detail: "{}" };
await change("eventbridge", "PutEvents", () =>
  post(bus.endpoint, "", { Entries: [entry] }, { "x-amz-target": "AWSEvents.PutEvents" }),
);

const github = await target((dir) => createGitHub({ dir, origin: "http://127.0.0.1", tokens: ["t"] }));
open.push(github);
const api = `${github.endpoint}/github/api/v3`;
await change("github", "create a repository", () =>
  post(`${api}/user/repos`, "t", { name: "r", auto_init: true }),
);
const blob = await change("github", "create a blob", () =>
  post(`${api}/repos/gantry-local/r/git/blobs`, "t", { content: "c" }),
);
const tree = await post(`${api}/repos/gantry-local/r/git/trees`, "t", {
  tree: [{ path: "f", mode: "100644", type: "blob", sha: blob.sha }],
});
const commit = await post(`${api}/repos/gantry-local/r/git/commits`, "t", { message: "m", tree: tree.sha });
await change("github", "create a branch", () =>
  post(`${api}/repos/gantry-local/r/git/refs`, "t", { ref: "refs/heads/b", sha: commit.sha }),
);

const vercel = await target((dir) => createVercel({ dir, token: "t" }));
open.push(vercel);
const bytes = "<h1>hello</h1>";
const digest = createHash("sha1").update(bytes).digest("hex");
await change("vercel", "upload a file", () =>
  post(`${vercel.endpoint}/v2/files`, "t", bytes, { "x-vercel-digest": digest }),
);
await change("vercel", "create a project", () => post(`${vercel.endpoint}/v11/projects`, "t", { name: "p" }));

const home = mkdtempSync(join(tmpdir(), "gantry-traced-"));
const start = trace.length;
const { homeKeys } = await import("#local/home-keys.ts");
homeKeys(home);
changes.push({ service: "home", change: "credentials", trace: trace.slice(start) });

for (const service of open) await service.close();
rmSync(home, { recursive: true });
console.log(JSON.stringify(changes));
process.exit(0);
