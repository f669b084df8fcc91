import { createHash, randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import { createBus } from "#local-cloud/eventbridge/bus.ts";
import { createGitHub } from "#local-cloud/github/github.ts";
import { createKms } from "#local-cloud/kms/kms.ts";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { createStates } from "#local-cloud/states/states.ts";
import { createVercel } from "#local-cloud/vercel/vercel.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";
import { machine } from "#test/support/asl.ts";

/**
 * Run as a process of its own on a small disk (`full-disk.ts <dir>`): changes something in each service, fills the
 * disk, tries again twice, frees it, tries once more. Prints the statuses by service, and what ran to its end.
 */
const dir = process.argv[2] as string;
const filler = join(dir, "filler");
/** More than what is left of any file's last block. */
const big = () => randomBytes(10_000).toString("hex");
let changes = 0;

type Handle = (req: never, res: never, signer: typeof OWNER) => Promise<void>;
async function serve(handle: Handle): Promise<string> {
  const server = createServer((req, res) => {
    // The front of the local cloud does this for services that have no error of their own.
    handle(req as never, res as never, OWNER).catch(() => res.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(url: string, body: string | object, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: "Bearer t", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}
const json = (url: string, target: string, body: object) => post(url, body, { "x-amz-target": target });
const folder = (name: string) => join(dir, name);

const kms = await serve(createKms({ dir: folder("kms") }).handle);
const ssm = await serve(createSsm({ dir: folder("ssm") }).handle);
const vercel = await serve(createVercel({ dir: folder("vercel"), token: "t" }).handle);
const github = await serve(
  createGitHub({ dir: folder("github"), origin: "http://127.0.0.1", tokens: ["t"] }).handle,
);
const delivered = new Set<string>();
const release = Promise.withResolvers<void>();
let tick = () => {};
const bus = await serve(
  createBus({
    dir: folder("events"),
    rules: [
      { name: "r", pattern: { source: ["test"] }, targets: ["t"] },
      { name: "scheduled", schedule: "rate(1 hour)", targets: ["t"] },
    ],
    targets: {
      t: async ({ id, source }) => {
        await release.promise;
        if (source === "test") delivered.add(id);
      },
    },
    every: (_, act) => {
      tick = act;
      return () => {};
    },
  }).handle,
);
const stopped = new Set<string>();
const ecs = await serve(
  createEcs({
    dir: folder("ecs"),
    cluster: "c",
    start: async () => ({ exitCode: 0 }),
    onEvent: ({ detail }) => {
      const { taskArn, lastStatus } = detail as Record<string, string>;
      if (lastStatus === "STOPPED") stopped.add(String(taskArn));
    },
    taskDefinitions: { job: { revision: 1, cpu: 256, memory: 512, container: { name: "c", image: "i" } } },
  }).handle,
);
const s3Endpoint = await serve(createS3({ dir: folder("s3"), credentials }).handle);
const s3 = new S3Client({ endpoint: s3Endpoint, region, credentials, forcePathStyle: true });
await s3.send(new CreateBucketCommand({ Bucket: "bucket" }));

const ended = new Map<string, string>();
const states = createStates({
  dir: folder("states"),
  invoke: {
    lambda: async (_, payload) => {
      await release.promise;
      return { ok: true, payload };
    },
    ecs: {} as never,
  },
  onEvent: ({ detail }) => {
    if (detail.status !== "RUNNING") ended.set(String(detail.name), String(detail.status));
  },
});
await states.start();
const sfn = await serve(states.handle);
const work = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "f", Payload: "{% $states.input %}" },
  End: true,
};
await json(sfn, "AWSStepFunctions.CreateStateMachine", {
  name: "m",
  roleArn: "arn:role",
  definition: JSON.stringify(machine({ Work: work })),
});
const stateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
/** The name of the error where there is one. */
async function ready(): Promise<string> {
  const headers = { "x-amz-target": "AWSStepFunctions.DescribeStateMachine" };
  const response = await fetch(sfn, { method: "POST", headers, body: JSON.stringify({ stateMachineArn }) });
  const { __type = "ready" } = (await response.json()) as { __type?: string };
  return __type;
}
const start = (name: string) =>
  json(sfn, "AWSStepFunctions.StartExecution", { stateMachineArn, name, input: JSON.stringify(big()) });

await post(`${github}/github/api/v3/user/repos`, { name: "r", auto_init: true }, {});

const CHANGES: Record<string, () => Promise<number>> = {
  kms: () => json(kms, "TrentService.CreateKey", { Description: big().slice(0, 8000) }),
  ssm: () =>
    json(ssm, "AmazonSSM.PutParameter", {
      Name: `/${++changes}`,
      Value: big().slice(0, 4096),
      Type: "String",
    }),
  vercel: () => {
    const bytes = big();
    const digest = createHash("sha1").update(bytes).digest("hex");
    return post(`${vercel}/v2/files`, bytes, { "x-vercel-digest": digest });
  },
  github: () => post(`${github}/github/api/v3/repos/gantry-local/r/git/blobs`, { content: big() }, {}),
  eventbridge: () =>
    json(bus, "AWSEvents.PutEvents", {
      Entries: [{ Source: "test", DetailType: "d", Detail: JSON.stringify({ big: big() }) }],
    }),
  ecs: () =>
    json(ecs, "AmazonEC2ContainerServiceV20141113.RunTask", {
      cluster: "c",
      taskDefinition: "job",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
      overrides: {
        containerOverrides: [{ name: "c", environment: [{ name: "BIG", value: big().slice(0, 7000) }] }],
      },
    }),
  s3: () =>
    s3.send(new PutObjectCommand({ Bucket: "bucket", Key: `${++changes}`, Body: big() })).then(
      () => 200,
      (error) => error.$metadata.httpStatusCode,
    ),
  states: () => start(`e${++changes}`),
};

const statuses: Record<string, number[]> = {};
async function tryAll(): Promise<void> {
  for (const [service, change] of Object.entries(CHANGES)) {
    statuses[service] ??= [];
    statuses[service].push(await change());
  }
}

await start("waits");
// So many that the notes of their ends do not fit into what is left of the journal's last block.
const entry = { Source: "test", DetailType: "d", Detail: "{}" };
for (let n = 0; n < 20; n++) await json(bus, "AWSEvents.PutEvents", { Entries: Array(10).fill(entry) });
await tryAll();
const readiness = [await ready()];
fill();
await tryAll();
// The task of these executions ends now, and nothing of that can be written down.
release.resolve();
for (let n = 0; n < 20; n++) tick(); // Some of them may still fit.
await tryAll();
readiness.push(await ready());
rmSync(filler);
await tryAll();
await until(
  () =>
    ended.get("waits") === "SUCCEEDED" && ended.size === 3 && stopped.size === 2 && delivered.size === 202,
);
readiness.push(await ready());
console.log(
  JSON.stringify({
    statuses,
    readiness,
    ended: [...ended.values()],
    stopped: stopped.size,
    delivered: delivered.size,
  }),
);
process.exit(0);

/** Takes all that is left, to the last byte. */
function fill(): void {
  mkdirSync(dir, { recursive: true });
  const file = openSync(filler, "w");
  for (let size = 1024 * 1024; size >= 1; ) {
    try {
      writeSync(file, Buffer.alloc(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(file);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}
