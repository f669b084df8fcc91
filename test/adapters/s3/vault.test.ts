import { createHash } from "node:crypto";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createVault } from "#adapters/s3/vault.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { type BucketWorld, bucketWorld } from "./bucket.ts";

const DAY = 86_400_000;
let world: BucketWorld;
/** The vault's clock: whole seconds, as S3 keeps them. */
let time = Math.floor(Date.now() / 1000) * 1000;
/** What happens around the client's calls. */
let around: Parameters<typeof intercept>[1] = (_call, send) => send();

beforeAll(async () => {
  world = await bucketWorld({ locked: true });
  intercept(world.client, (call, send) => around(call, send));
});
afterAll(() => world.close());

const vault = (rest = {}) =>
  createVault({
    client: world.client,
    presigner: world.presigner,
    bucket: world.bucket,
    clock: { now: () => time },
    mode: "GOVERNANCE",
    retention_days: 30,
    ...rest,
  });
const bytes = (text: string) => new TextEncoder().encode(text);
const seal = (key: string, text: string, rest = {}) => vault(rest).seal(key, bytes(text), "application/json");
const versions = async (Prefix: string) =>
  (await world.client.send(new ListObjectVersionsCommand({ Bucket: world.bucket, Prefix }))).Versions ?? [];
const retention = async (Key: string, VersionId: string) =>
  (await world.client.send(new GetObjectRetentionCommand({ Bucket: world.bucket, Key, VersionId })))
    .Retention;

describe("sealing an object", () => {
  it("writes it under Object Lock and returns the version and digest that were read back", async () => {
    const { version_id, sha256 } = await seal("m/pack", "evidence");
    expect(sha256).toBe(createHash("sha256").update("evidence").digest("hex"));
    expect(await vault().read("m/pack", 100)).toEqual(bytes("evidence"));
    expect((await versions("m/pack")).map(({ VersionId }) => VersionId)).toEqual([version_id]);
    expect(await retention("m/pack", version_id)).toEqual({
      Mode: "GOVERNANCE",
      RetainUntilDate: new Date(time + 30 * DAY),
    });
  });

  it("sets the retention mode and days that were requested", async () => {
    const { version_id } = await seal("strict", "x", { mode: "COMPLIANCE", retention_days: 1 });
    expect(await retention("strict", version_id)).toEqual({
      Mode: "COMPLIANCE",
      RetainUntilDate: new Date(time + DAY),
    });
  });

  it("returns the existing version for the same bytes, also on a later day", async () => {
    const first = await seal("again", "same");
    time += 2 * DAY;
    expect(await seal("again", "same")).toEqual(first);
    time -= 2 * DAY;
    expect(await versions("again")).toHaveLength(1);
  });

  it("fails with a conflict and changes nothing for other bytes under the same key", async () => {
    await seal("taken", "first");
    await expect(seal("taken", "second")).rejects.toMatchObject({ code: "EvidenceConflict" });
    expect(await vault().read("taken", 100)).toEqual(bytes("first"));
    expect(await versions("taken")).toHaveLength(1);
  });

  it("has one winner among concurrent writers", async () => {
    const results = await Promise.allSettled(["a", "b", "a", "b", "a"].map((text) => seal("race", text)));
    expect(await versions("race")).toHaveLength(1);
    const winner = new TextDecoder().decode(await vault().read("race", 1));
    for (const [index, result] of results.entries()) {
      const same = "ababa"[index] === winner;
      if (result.status === "fulfilled") expect(same).toBe(true);
      else if (!same || result.reason.code !== "EnvironmentFailure")
        expect([same, result.reason.code]).toEqual([false, "EvidenceConflict"]);
    }
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  });

  it("finds the same version after a crash between writing and reading back", async () => {
    around = ({ name }, send) =>
      name === "HeadObjectCommand" ? Promise.reject(new Error("the process died")) : send();
    await expect(seal("crash", "x")).rejects.toThrow("died");
    around = (_call, send) => send();
    const [written] = await versions("crash");
    expect((await seal("crash", "x")).version_id).toBe(written!.VersionId);
    expect(await versions("crash")).toHaveLength(1);
  });

  it("fails when the version that is read back is not locked", async () => {
    const open = await bucketWorld({ locked: true });
    intercept(open.client, ({ name }, send) =>
      send().then((answer) => {
        if (name === "HeadObjectCommand") delete answer.output.ObjectLockMode;
        return answer;
      }),
    );
    await expect(
      vault({ client: open.client, bucket: open.bucket }).seal("a", bytes("x"), "text/plain"),
    ).rejects.toMatchObject({ code: "EnvironmentFailure" });
    await open.close();

    const plain = await bucketWorld();
    await expect(
      vault({ client: plain.client, bucket: plain.bucket }).seal("a", bytes("x"), "text/plain"),
    ).rejects.toMatchObject({ name: "InvalidRequest" });
    await plain.close();
  });

  it("fails with an EnvironmentFailure, which is retried, while another write is in progress", async () => {
    const { S3ServiceException } = await import("@aws-sdk/client-s3");
    around = ({ name }, send) =>
      name === "PutObjectCommand"
        ? Promise.reject(
            new S3ServiceException({ name: "ConditionalRequestConflict", $fault: "client", $metadata: {} }),
          )
        : send();
    await expect(seal("busy", "x")).rejects.toMatchObject({ code: "EnvironmentFailure" });
    around = (_call, send) => send();
  });
});

describe("sealed evidence", () => {
  it("cannot be removed: deleting a version is refused, deleting the key only hides it", async () => {
    const { version_id } = await seal("kept", "x");
    const at = { Bucket: world.bucket, Key: "kept" };
    await expect(
      world.client.send(new DeleteObjectCommand({ ...at, VersionId: version_id })),
    ).rejects.toMatchObject({ name: "AccessDenied" });
    await world.client.send(new DeleteObjectCommand(at));
    const { Body } = await world.client.send(new GetObjectCommand({ ...at, VersionId: version_id }));
    expect(await Body!.transformToString()).toBe("x");
  });

  it("is undefined when it does not exist, and refused when it is larger than permitted", async () => {
    await seal("size", "12345");
    expect(await vault().read("none", 5)).toBeUndefined();
    expect(await vault().read("size", 5)).toHaveLength(5);
    await expect(vault().read("size", 4)).rejects.toMatchObject({ code: "TooLarge" });
  });

  it("is downloadable at its presigned address, under that address's file name and type, until it expires", async () => {
    await seal("linked", "evidence");
    const as = { filename: "m_1.zip", contentType: "application/zip" };
    const { presigner } = clientsAt(world.endpoint);
    const url = await vault({ presigner }).presignGet("linked", 60, as);
    expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("60");
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, "evidence"]);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="m_1.zip"');
    expect((await fetch(url.replace("m_1.zip", "other.zip"))).status).toBe(403);
    expect((await fetch(url, { method: "PUT", body: "x" })).status).toBe(403);
  });
});
