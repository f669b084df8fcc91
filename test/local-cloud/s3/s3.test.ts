import { type ChildProcess, fork } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketTaggingCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import { createS3, type S3, type S3Options } from "#local-cloud/s3/s3.ts";
import { credentials, region } from "#test/cloud/target.ts";
import { until } from "#test/support/limits.ts";

let dir: string;
let child: ChildProcess | undefined;
/** The client warns of requests that are cut off on purpose. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const open: (() => Promise<void>)[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-s3-"));
});

afterEach(async () => {
  child?.kill("SIGKILL");
  for (const close of open.splice(0).reverse()) await close();
  rmSync(dir, { recursive: true, force: true });
});

describe("the events of S3", () => {
  it("are delivered before the reply is sent, and only for buckets with events enabled", async () => {
    const events: EventBridgeEvent[] = [];
    const { s3 } = await start({ onEvent: (event) => void events.push(event) });
    await s3.send(new CreateBucketCommand({ Bucket: "quiet" }));
    await s3.send(new PutObjectCommand({ Bucket: "quiet", Key: "k", Body: "x" }));
    expect(events).toEqual([]);

    await loudBucket(s3);
    const { VersionId, ETag } = await s3.send(
      new PutObjectCommand({ Bucket: "loud", Key: "a b/ü", Body: "12345" }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: "0",
      "detail-type": "Object Created",
      source: "aws.s3",
      region,
      resources: ["arn:aws:s3:::loud"],
      detail: {
        version: "0",
        bucket: { name: "loud" },
        object: { key: "a b/ü", size: 5, etag: ETag?.replaceAll('"', ""), "version-id": VersionId },
        reason: "PutObject",
      },
    });
    await s3.send(new DeleteObjectCommand({ Bucket: "loud", Key: "a b/ü" }));
    await s3.send(new DeleteObjectCommand({ Bucket: "loud", Key: "a b/ü", VersionId }));
    expect(events.map((each) => [each["detail-type"], each.detail["deletion-type"]])).toEqual([
      ["Object Created", undefined],
      ["Object Deleted", "Delete Marker Created"],
      ["Object Deleted", "Permanently Deleted"],
    ]);
    const sequencers = events.map((each) => (each.detail.object as { sequencer: string }).sequencer);
    expect([...sequencers].sort()).toEqual(sequencers);
    expect(new Set(sequencers).size).toBe(3);
  });

  it("that were not delivered are delivered again after a restart", async () => {
    const first = await start({
      onEvent: () => {
        throw new Error("nobody listens");
      },
    });
    await loudBucket(first.s3);
    await first.s3.send(new PutObjectCommand({ Bucket: "loud", Key: "k", Body: "x" }));
    await first.stop();
    const taken = await new Promise<EventBridgeEvent>((onEvent) => void start({ onEvent }));
    expect(taken.detail).toMatchObject({ object: { key: "k" } });
    await stopAll();
    let again = 0;
    await start({ onEvent: () => void again++ });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(again).toBe(0);
  });
});

describe("a conditional write of S3", () => {
  it("gets 412 when another writer finishes first and 409 when the key is deleted meanwhile", async () => {
    const { s3 } = await start();
    await s3.send(new CreateBucketCommand({ Bucket: "race" }));
    const slow = (input: object) => {
      const body = new PassThrough();
      body.write("first half ");
      const sent = s3.send(
        new PutObjectCommand({ Bucket: "race", Key: "k", Body: body, ContentLength: 22, ...input }),
      );
      const settled = sent.then(
        () => 200,
        (error) => [error.$metadata.httpStatusCode, error.name],
      );
      return { finish: () => body.end("second half"), settled };
    };
    const loser = slow({ IfNoneMatch: "*" });
    await filesIn(dir, 1);
    await s3.send(new PutObjectCommand({ Bucket: "race", Key: "k", Body: "winner" }));
    loser.finish();
    expect(await loser.settled).toEqual([412, "PreconditionFailed"]);

    const { ETag } = await s3.send(new GetObjectCommand({ Bucket: "race", Key: "k" }));
    const orphan = slow({ IfMatch: ETag });
    await filesIn(dir, 2);
    await s3.send(new DeleteObjectCommand({ Bucket: "race", Key: "k" }));
    orphan.finish();
    expect(await orphan.settled).toEqual([409, "ConditionalRequestConflict"]);
    await filesIn(dir, 0);
  });
});

describe("an upload to S3", () => {
  it("leaves nothing when it is incomplete or does not match its checksum", async () => {
    const { s3 } = await start();
    await s3.send(new CreateBucketCommand({ Bucket: "cut" }));
    const abort = new AbortController();
    const body = new PassThrough();
    body.write("first half ");
    const cut = s3.send(new PutObjectCommand({ Bucket: "cut", Key: "k", Body: body, ContentLength: 22 }), {
      abortSignal: abort.signal,
    });
    await filesIn(dir, 1);
    abort.abort();
    await expect(cut).rejects.toMatchObject({ name: "AbortError" });
    await filesIn(dir, 0);
    const wrong = new PutObjectCommand({ Bucket: "cut", Key: "k", Body: "x", ChecksumCRC32: "AAAAAA==" });
    await expect(s3.send(wrong)).rejects.toMatchObject({ name: "BadDigest" });
    await filesIn(dir, 0);
    expect((await s3.send(new ListObjectsV2Command({ Bucket: "cut" }))).KeyCount).toBe(0);
  });

  it("through a URL with another signed checksum is refused", async () => {
    const { s3 } = await start();
    await s3.send(new CreateBucketCommand({ Bucket: "promise" }));
    // Signed with the client's defaults, which promise the checksum of an empty body.
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: "promise", Key: "k" }));
    expect(url).toContain("x-amz-checksum-crc32=AAAAAA");
    const full = await fetch(url, { method: "PUT", body: "something" });
    expect([full.status, (await full.text()).includes("<Code>BadDigest</Code>")]).toEqual([400, true]);
    expect((await fetch(url, { method: "PUT", body: "" })).status).toBe(200);
  });
});

describe("the local S3 after a restart", () => {
  it("keeps objects, versions, lock settings and incomplete multipart uploads", async () => {
    const first = await start();
    await first.s3.send(new CreateBucketCommand({ Bucket: "kept", ObjectLockEnabledForBucket: true }));
    const one = await first.s3.send(new PutObjectCommand({ Bucket: "kept", Key: "k", Body: "one" }));
    await first.s3.send(new PutObjectCommand({ Bucket: "kept", Key: "k", Body: "two" }));
    const at = { Bucket: "kept", Key: "up" };
    const { UploadId } = await first.s3.send(new CreateMultipartUploadCommand(at));
    const { ETag } = await first.s3.send(
      new UploadPartCommand({ ...at, UploadId, PartNumber: 1, Body: "part" }),
    );
    await first.stop();
    mkdirSync(join(dir, "content", "or"), { recursive: true });
    writeFileSync(join(dir, "content", "or", "orphan"), "a killed upload");

    const { s3 } = await start();
    await filesIn(dir, 3);
    const old = await s3.send(new GetObjectCommand({ Bucket: "kept", Key: "k", VersionId: one.VersionId }));
    expect(await old.Body?.transformToString()).toBe("one");
    expect((await s3.send(new ListPartsCommand({ ...at, UploadId }))).Parts?.[0]?.ETag).toBe(ETag);
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload }));
    const read = await s3.send(new GetObjectCommand(at));
    expect(await read.Body?.transformToString()).toBe("part");
  });

  it("has every acknowledged object after kill -9, complete, and nothing else on disk", async () => {
    child = fork(new URL("crash-child.ts", import.meta.url).pathname, [dir], { execArgv: [] });
    const port = await new Promise((resolve) => child?.once("message", resolve));
    const s3 = client(`http://127.0.0.1:${port}`);
    await s3.send(new CreateBucketCommand({ Bucket: "crash" }));
    const acked = new Set<string>();
    const body = (key: string) => key.repeat(3000);
    const writer = async (name: number) => {
      for (let i = 0; ; i++) {
        const Key = `${name}-${i}`;
        await s3.send(
          new PutObjectCommand({
            Bucket: "crash",
            Key,
            Body: Readable.from(body(Key)),
            ContentLength: body(Key).length,
          }),
        );
        acked.add(Key);
        if (acked.size === 60) child?.kill("SIGKILL");
      }
    };
    await Promise.allSettled([1, 2, 3, 4].map(writer));
    s3.destroy();

    const again = await start();
    const { Contents = [] } = await again.s3.send(new ListObjectsV2Command({ Bucket: "crash" }));
    const found = Contents.map(({ Key }) => Key!);
    expect(found).toEqual(expect.arrayContaining([...acked]));
    for (const Key of found) {
      const read = await again.s3.send(new GetObjectCommand({ Bucket: "crash", Key }));
      expect(await read.Body?.transformToString()).toBe(body(Key));
    }
    await filesIn(dir, found.length);
  });

  it("delivers the event of a write that was never acknowledged", async () => {
    child = fork(new URL("crash-child.ts", import.meta.url).pathname, [dir], { execArgv: [] });
    const port = await new Promise((resolve) => child?.once("message", resolve));
    const s3 = client(`http://127.0.0.1:${port}`);
    await loudBucket(s3);
    const lost = s3
      .send(new PutObjectCommand({ Bucket: "loud", Key: "unanswered", Body: "x" }))
      .catch(() => "lost");
    while (!readFileSync(join(dir, "metadata.jsonl"), "utf8").includes("unanswered"))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child?.kill("SIGKILL");
    expect(await lost).toBe("lost");
    s3.destroy();
    const event = await new Promise<EventBridgeEvent>((onEvent) => void start({ onEvent }));
    expect(event.detail).toMatchObject({ object: { key: "unanswered" } });
  });

  it("has a journal that does not grow with every overwrite", async () => {
    const first = await start();
    await first.s3.send(new CreateBucketCommand({ Bucket: "small" }));
    for (let i = 0; i < 11; i++)
      await Promise.all(
        Array.from({ length: 110 }, (_, n) =>
          first.s3.send(new PutObjectCommand({ Bucket: "small", Key: `${n % 5}`, Body: `${i}` })),
        ),
      );
    const lines = readFileSync(join(dir, "metadata.jsonl"), "utf8").split("\n").length;
    expect(lines).toBeLessThan(400);
    await first.stop();
    const { s3 } = await start();
    const read = await s3.send(new GetObjectCommand({ Bucket: "small", Key: "4" }));
    expect(await read.Body?.transformToString()).toBe("10");
    await filesIn(dir, 5);
  });
});

describe("the lifecycle of S3 objects", () => {
  it("expires what is old enough, and never what is locked", async () => {
    let now = Date.parse("2026-01-01T10:00:00Z");
    const { s3, service } = await start({ now: () => now });
    await s3.send(new CreateBucketCommand({ Bucket: "aging" }));
    for (const Key of ["tmp/1", "keep"])
      await s3.send(new PutObjectCommand({ Bucket: "aging", Key, Body: "x" }));
    await expire(s3, "aging", {
      Expiration: { Days: 2 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    });
    await s3.send(new CreateBucketCommand({ Bucket: "locked", ObjectLockEnabledForBucket: true }));
    const lock = { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: new Date(now + 864e7) } as const;
    await s3.send(new PutObjectCommand({ Bucket: "locked", Key: "tmp/l", Body: "x", ...lock }));
    await s3.send(new PutObjectCommand({ Bucket: "locked", Key: "tmp/free", Body: "x" }));
    await expire(s3, "locked", {
      Expiration: { Days: 1 },
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
    const keys = async () =>
      (await s3.send(new ListObjectsV2Command({ Bucket: "aging" }))).Contents?.map((c) => c.Key);

    now = Date.parse("2026-01-03T23:59:00Z");
    await service.sweep();
    expect(await keys()).toEqual(["keep", "tmp/1"]);
    now = Date.parse("2026-01-04T00:00:00Z");
    await service.sweep();
    expect(await keys()).toEqual(["keep"]);

    now = Date.parse("2026-01-10T00:00:00Z");
    await service.sweep();
    const { Versions } = await s3.send(new ListObjectVersionsCommand({ Bucket: "locked" }));
    expect(Versions?.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([["tmp/l", false]]);
  });

  it("refuses rules that it would not obey", async () => {
    const { s3 } = await start();
    await s3.send(new CreateBucketCommand({ Bucket: "cold" }));
    const transition = expire(s3, "cold", { Transitions: [{ Days: 30, StorageClass: "GLACIER" }] });
    await expect(transition).rejects.toMatchObject({ name: "NotImplemented" });
  });
});

describe("an unimplemented request to S3", () => {
  it("is refused with its name, and changes nothing", async () => {
    const { s3 } = await start();
    await s3.send(new CreateBucketCommand({ Bucket: "loudly" }));
    const tagging = s3.send(new GetBucketTaggingCommand({ Bucket: "loudly" }));
    await expect(tagging).rejects.toMatchObject({
      name: "NotImplemented",
      $metadata: { httpStatusCode: 501 },
    });
    for (const [input, named] of [
      [{ Tagging: "a=1" }, "x-amz-tagging"],
      [{ StorageClass: "GLACIER" }, "GLACIER"],
      [{ WebsiteRedirectLocation: "/x" }, "x-amz-website-redirect-location"],
      [{ SSECustomerAlgorithm: "AES256" }, "x-amz-server-side-encryption-customer-algorithm"],
      [{ WriteOffsetBytes: 0 }, "x-amz-write-offset-bytes"],
    ] as const) {
      const refused = s3.send(new PutObjectCommand({ Bucket: "loudly", Key: "k", Body: "x", ...input }));
      await expect(refused).rejects.toMatchObject({
        name: "NotImplemented",
        message: expect.stringContaining(named),
      });
    }
    expect((await s3.send(new ListObjectsV2Command({ Bucket: "loudly" }))).KeyCount).toBe(0);
    await filesIn(dir, 0);
  });
});

async function start(options: Partial<S3Options> = {}) {
  const service: S3 = createS3({ dir, credentials, ...options });
  const server = createServer((req, res) => void service.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const s3 = client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options.now);
  const stop = async () => {
    open.splice(open.indexOf(stop), 1);
    s3.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await service.close();
  };
  open.push(stop);
  return { service, s3, stop };
}

async function stopAll(): Promise<void> {
  for (const stop of [...open]) await stop();
}

function client(endpoint: string, now?: () => number): S3Client {
  const s3 = new S3Client({ endpoint, region, credentials, maxAttempts: 1, logger: silent });
  Object.defineProperty(s3.config, "systemClockOffset", {
    get: () => (now ? now() - Date.now() : 0),
    set: () => {},
  });
  return s3;
}

async function loudBucket(s3: S3Client): Promise<void> {
  const Bucket = "loud";
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}

function expire(s3: S3Client, Bucket: string, rule: object) {
  const Rules = [{ ID: "r", Status: "Enabled" as const, Filter: { Prefix: "tmp/" }, ...rule }];
  return s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
}

/** Waits until the store holds that many files. */
async function filesIn(root: string, count: number): Promise<void> {
  const content = join(root, "content");
  const files = () =>
    existsSync(content)
      ? readdirSync(content).flatMap((folder) => readdirSync(join(content, folder))).length
      : 0;
  await until(() => files() === count);
}
