import { createHash } from "node:crypto";
import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createObjects } from "#adapters/s3/objects.ts";
import type { Objects, SignedUpload } from "#core/kernel/artifacts.ts";
import { type BucketWorld, bucketWorld } from "./bucket.ts";

let skew = 0;
let world: BucketWorld;
let objects: Objects;

beforeAll(async () => {
  world = await bucketWorld({ now: () => Date.now() + skew });
  objects = createObjects(world);
});
afterAll(() => world.close());

const bytes = (text: string) => new TextEncoder().encode(text);

describe("S3 objects", () => {
  it("are returned as they were written, text or bytes, with their content type and SHA-256", async () => {
    await objects.put("a/ü b+c.json", '{"grüße":1}', "application/json");
    await objects.put("raw", new Uint8Array([0, 255, 10]));
    await objects.put("empty", "");
    expect(await objects.get("a/ü b+c.json", 100)).toEqual(bytes('{"grüße":1}'));
    expect([...(await objects.get("raw", 3))!]).toEqual([0, 255, 10]);
    expect(await objects.get("empty", 0)).toHaveLength(0);
    const head = (Key: string) =>
      world.client.send(new HeadObjectCommand({ Bucket: world.bucket, Key, ChecksumMode: "ENABLED" }));
    expect((await head("a/ü b+c.json")).ContentType).toBe("application/json");
    expect(await head("raw")).toMatchObject({
      ContentType: "application/octet-stream",
      ChecksumSHA256: expect.any(String),
    });
  });

  it("are replaced by a later write", async () => {
    await objects.put("twice", "1");
    await objects.put("twice", "22");
    const sha256 = createHash("sha256").update("22").digest("hex");
    expect(await objects.exists("twice")).toEqual({ size: 2, sha256 });
    expect(await objects.get("twice", 2)).toEqual(bytes("22"));
  });

  it("are undefined when they do not exist; any other failure is an error", async () => {
    expect(await objects.get("none", 1)).toBeUndefined();
    expect(await objects.exists("none")).toBeUndefined();
    const nowhere = createObjects({ ...world, bucket: "no-such-bucket" });
    await expect(nowhere.get("a", 1)).rejects.toMatchObject({ name: "NoSuchBucket" });
    await expect(nowhere.put("a", "x")).rejects.toMatchObject({ name: "NoSuchBucket" });
  });

  it("are refused when they are larger than permitted, and release their connection", async () => {
    await objects.put("large", new Uint8Array(300_000));
    const client = new S3Client({
      maxAttempts: 1,
      requestHandler: { httpsAgent: {}, httpAgent: { maxSockets: 1 } },
    });
    const narrow = createObjects({ ...world, client });
    for (let round = 0; round < 3; round++)
      await expect(narrow.get("large", 299_999)).rejects.toMatchObject({ code: "TooLarge" });
    expect(await narrow.get("large", 300_000)).toHaveLength(300_000);
    client.destroy();
  });
});

describe("a presigned URL", () => {
  const parameters = (url: string) => [...new URL(url).searchParams.keys()].map((name) => name.toLowerCase());

  it("permits plain HTTP to read and write one object, whatever its bytes", async () => {
    const put = await objects.presignPut("builds/1/result ü.json", 60);
    const get = await objects.presignGet("builds/1/result ü.json", 60);
    for (const body of ["{}", '{"passed":true}']) {
      expect((await fetch(put, { method: "PUT", body })).status).toBe(200);
      const answer = await fetch(get);
      expect(await objects.exists("builds/1/result ü.json")).toEqual({
        size: body.length,
        sha256: undefined,
      });
      expect([answer.status, await answer.text()]).toEqual([200, body]);
    }
    for (const url of [put, get])
      expect(parameters(url).filter((name) => name.includes("checksum"))).toEqual([]);
  });

  it("permits no other method and no other key", async () => {
    const get = await objects.presignGet("builds/1/job.json", 60);
    expect((await fetch(get, { method: "PUT", body: "x" })).status).toBe(403);
    expect((await fetch(get.replace("job.json", "other.json"))).status).toBe(403);
    const put = await objects.presignPut("builds/1/result.json", 60);
    expect((await fetch(put)).status).toBe(403);
  });

  it("expires after the given seconds", async () => {
    await objects.put("soon", "x");
    const get = await objects.presignGet("soon", 30);
    expect(new URL(get).searchParams.get("X-Amz-Expires")).toBe("30");
    expect((await fetch(get)).status).toBe(200);
    skew = 31_000;
    const late = await fetch(get);
    skew = 0;
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("expired")]);
  });
});

describe("a presigned upload", () => {
  const content = bytes("a picture");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const media_type = "image/png";
  const offered = (key: string) =>
    objects.presignUpload(key, { sha256, size: content.length, media_type }, 60);
  const send = ({ url, headers }: SignedUpload, body: Uint8Array) =>
    fetch(url, { method: "PUT", headers, body: Buffer.from(body) });

  it("stores the content that was signed, with its media type and digest", async () => {
    expect((await send(await offered("uploads/one"), content)).status).toBe(200);
    expect(await objects.exists("uploads/one")).toEqual({ size: content.length, sha256 });
    const head = await world.client.send(new HeadObjectCommand({ Bucket: world.bucket, Key: "uploads/one" }));
    expect(head.ContentType).toBe(media_type);
  });

  it("refuses any other content, size, media type or digest", async () => {
    const upload = await offered("uploads/two");
    const other = bytes("b picture");
    const digest = createHash("sha256").update(other).digest("base64");
    const headers = (changed: Record<string, string>) => ({
      ...upload,
      headers: { ...upload.headers, ...changed },
    });
    const { "content-type": _, ...untyped } = upload.headers;
    const { "x-amz-checksum-sha256": __, ...unchecked } = upload.headers;
    const answers = [
      await send(upload, other),
      await send(upload, bytes("a picture and more")),
      await send(headers({ "content-type": "text/html" }), content),
      await send(headers({ "x-amz-checksum-sha256": digest }), other),
      await send({ ...upload, headers: untyped }, content),
      await send({ ...upload, headers: unchecked }, other),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 403, 403, 403, 403, 403]);
    expect(await objects.exists("uploads/two")).toBeUndefined();
  });
});
