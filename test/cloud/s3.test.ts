import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { credentials, region, type Target, target } from "./target.ts";

let server: Target;
let s3: S3Client;
const made: string[] = [];
/** The client warns of requests that these lists make on purpose. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

beforeAll(async () => {
  server = await target((dir) => createS3({ dir, credentials }));
  s3 = new S3Client({ endpoint: server.endpoint, region, credentials, maxAttempts: 1, logger: silent });
});

afterAll(async () => {
  for (const Bucket of made) await empty(Bucket).catch(() => {});
  s3.destroy();
  await server.close();
});

describe("S3 buckets", () => {
  it("are created, found, listed, and deleted only when empty", async () => {
    const Bucket = await bucket();
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe(region);
    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toContain(Bucket);
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeUndefined();
    await put({ Bucket, Key: "a", Body: "x" });
    await refused(s3.send(new DeleteBucketCommand({ Bucket })), 409, "BucketNotEmpty");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "a" }));
    await s3.send(new DeleteBucketCommand({ Bucket }));
    await refused(s3.send(new HeadBucketCommand({ Bucket })), 404, "NotFound");
    await refused(put({ Bucket, Key: "a", Body: "x" }), 404, "NoSuchBucket");
  });

  it("are refused with an invalid name", async () => {
    for (const Bucket of ["ab", "Upper", "a..b", "-ab", "192.168.0.1"])
      await refused(s3.send(new CreateBucketCommand({ Bucket })), 400, "InvalidBucketName");
  });

  it("keep encryption and public access settings", async () => {
    const Bucket = await bucket();
    const byDefault = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(
      byDefault.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault,
    ).toEqual({ SSEAlgorithm: "AES256" });
    const rule = {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: "key-1" },
    } as const;
    await s3.send(
      new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }),
    );
    const written = await put({ Bucket, Key: "a", Body: "x" });
    expect([written.ServerSideEncryption, written.SSEKMSKeyId]).toEqual(["aws:kms", "key-1"]);
    const PublicAccessBlockConfiguration = {
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: false,
    };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
    const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(block.PublicAccessBlockConfiguration).toEqual(PublicAccessBlockConfiguration);
  });

  it("compare the expected bucket owner with their own", async () => {
    const Bucket = await bucket();
    const ExpectedBucketOwner = "000000000001";
    await refused(s3.send(new HeadBucketCommand({ Bucket, ExpectedBucketOwner })), 403);
  });

  it("keep expiration rules", async () => {
    const Bucket = await bucket();
    await refused(
      s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      404,
      "NoSuchLifecycleConfiguration",
    );
    const rule = {
      ID: "old",
      Status: "Enabled",
      Filter: { Prefix: "tmp/" },
      Expiration: { Days: 3 },
    } as const;
    const LifecycleConfiguration = { Rules: [rule] };
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    expect((await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toEqual([rule]);
  });

  it("keep the EventBridge setting", async () => {
    const Bucket = await bucket();
    const read = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    expect((await read()).EventBridgeConfiguration).toBeUndefined();
    const NotificationConfiguration = { EventBridgeConfiguration: {} };
    await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
    expect((await read()).EventBridgeConfiguration).toEqual({});
  });
});

describe("S3 objects", () => {
  it("are returned byte for byte with their metadata", async () => {
    const Bucket = await bucket();
    const Body = randomBytes(10_000);
    const headers = {
      ContentType: "image/png",
      CacheControl: "no-store",
      ContentDisposition: "inline",
      ContentEncoding: "gzip",
      ContentLanguage: "en",
      Metadata: { author: "ada", empty: "" },
    };
    for (const Key of [
      "plain",
      "folder/with space+plus&amp;.txt",
      "ünïcode/日本/🙂",
      "a//b/../c",
      "per%cent",
    ]) {
      const written = await put({ Bucket, Key, Body, ...headers });
      const read = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(Buffer.from((await read.Body?.transformToByteArray())!).equals(Body)).toBe(true);
      expect(read).toMatchObject({ ...headers, ContentLength: 10_000, ETag: written.ETag });
      expect(written.ETag).toBe(`"${createHash("md5").update(Body).digest("hex")}"`);
      expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject(headers);
    }
  });

  it("are written from a streamed body whose checksum follows in a trailer", async () => {
    const Bucket = await bucket();
    const Body = randomBytes(71_000);
    const stream = Readable.from([Body.subarray(0, 1), Body.subarray(1, 40_000), Body.subarray(40_000)]);
    await put({ Bucket, Key: "s", Body: stream, ContentLength: Body.length });
    const read = await s3.send(new GetObjectCommand({ Bucket, Key: "s", ChecksumMode: "ENABLED" }));
    expect(Buffer.from((await read.Body?.transformToByteArray())!).equals(Body)).toBe(true);
    expect(read.ChecksumCRC32).toMatch(/^[A-Za-z0-9+/]{6}==$/);
    expect(read.ContentEncoding).toBeUndefined();
  });

  it("are empty when no body is sent", async () => {
    const Bucket = await bucket();
    await put({ Bucket, Key: "e", Body: "" });
    expect(await body(Bucket, "e")).toBe("");
    await refused(
      s3.send(new GetObjectCommand({ Bucket, Key: "e", Range: "bytes=0-0" })),
      416,
      "InvalidRange",
    );
  });

  it("are returned by byte range", async () => {
    const Bucket = await bucket();
    await put({ Bucket, Key: "r", Body: "0123456789" });
    const part = async (Range: string) => {
      const read = await s3.send(new GetObjectCommand({ Bucket, Key: "r", Range }));
      return [await read.Body?.transformToString(), read.ContentRange];
    };
    expect(await part("bytes=2-4")).toEqual(["234", "bytes 2-4/10"]);
    expect(await part("bytes=7-")).toEqual(["789", "bytes 7-9/10"]);
    expect(await part("bytes=-3")).toEqual(["789", "bytes 7-9/10"]);
    expect(await part("bytes=5-2")).toEqual(["0123456789", undefined]);
    expect(await part("bytes=8-100")).toEqual(["89", "bytes 8-9/10"]);
    await refused(
      s3.send(new GetObjectCommand({ Bucket, Key: "r", Range: "bytes=10-" })),
      416,
      "InvalidRange",
    );
  });

  it("are read conditionally", async () => {
    const Bucket = await bucket();
    const { ETag } = await put({ Bucket, Key: "c", Body: "x" });
    const get = (condition: object) => s3.send(new GetObjectCommand({ Bucket, Key: "c", ...condition }));
    const past = new Date(Date.now() - 3_600_000);
    const later = new Date(Date.now() + 3_600_000);
    await refused(get({ IfNoneMatch: ETag }), 304);
    await refused(get({ IfMatch: '"other"' }), 412, "PreconditionFailed");
    await refused(get({ IfModifiedSince: later }), 304);
    await refused(get({ IfUnmodifiedSince: past }), 412, "PreconditionFailed");
    await get({ IfMatch: ETag, IfUnmodifiedSince: past }).then((r) => r.Body?.transformToString());
    await get({ IfNoneMatch: '"other"', IfModifiedSince: later }).then((r) => r.Body?.transformToString());
  });

  it("are written conditionally", async () => {
    const Bucket = await bucket();
    const first = await put({ Bucket, Key: "w", Body: "1", IfNoneMatch: "*" });
    await refused(put({ Bucket, Key: "w", Body: "2", IfNoneMatch: "*" }), 412, "PreconditionFailed");
    await refused(put({ Bucket, Key: "w", Body: "2", IfMatch: '"other"' }), 412, "PreconditionFailed");
    await refused(put({ Bucket, Key: "nothing", Body: "2", IfMatch: first.ETag }), 404, "NoSuchKey");
    await put({ Bucket, Key: "w", Body: "2", IfMatch: first.ETag });
    expect(await body(Bucket, "w")).toBe("2");
  });

  it("have one winner among ten writers that require the key to be absent", async () => {
    const Bucket = await bucket();
    const writes = Array.from({ length: 10 }, (_, i) =>
      put({ Bucket, Key: "race", Body: `writer ${i}`, IfNoneMatch: "*" }).then(() => i),
    );
    const settled = await Promise.allSettled(writes);
    const winners = settled.filter((each) => each.status === "fulfilled");
    expect(winners).toHaveLength(1);
    expect(await body(Bucket, "race")).toBe(`writer ${winners[0]?.value}`);
  });

  it("are reported as missing with 404, and deleting a missing one succeeds", async () => {
    const Bucket = await bucket();
    await refused(s3.send(new GetObjectCommand({ Bucket, Key: "no" })), 404, "NoSuchKey");
    await refused(s3.send(new HeadObjectCommand({ Bucket, Key: "no" })), 404, "NotFound");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "no" }));
    await put({ Bucket, Key: "a&b", Body: "x" });
    const gone = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "a&b" }, { Key: "no" }] } }),
    );
    expect(gone.Deleted?.map(({ Key }) => Key)).toEqual(["a&b", "no"]);
    await refused(s3.send(new GetObjectCommand({ Bucket, Key: "a&b" })), 404, "NoSuchKey");
  });

  it("are copied with or without their metadata", async () => {
    const Bucket = await bucket();
    await put({ Bucket, Key: "from/ü 1", Body: "copy me", ContentType: "text/x", Metadata: { a: "1" } });
    const CopySource = `${Bucket}/${encodeURIComponent("from/ü 1")}`;
    const copied = await s3.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource }));
    expect(copied.CopyObjectResult?.ETag).toBe(`"${createHash("md5").update("copy me").digest("hex")}"`);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: "to" }))).toMatchObject({
      ContentType: "text/x",
      Metadata: { a: "1" },
    });
    const replaced = {
      CopySource,
      MetadataDirective: "REPLACE",
      Metadata: { b: "2" },
      ContentType: "text/y",
    } as const;
    await s3.send(new CopyObjectCommand({ Bucket, Key: "to", ...replaced }));
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: "to" }))).toMatchObject({
      ContentType: "text/y",
      Metadata: { b: "2" },
    });
    expect(await body(Bucket, "to")).toBe("copy me");
    await refused(
      s3.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource: `${Bucket}/to` })),
      400,
      "InvalidRequest",
    );
  });
});

describe("S3 checksums:", () => {
  const Body = Buffer.from("123456789");
  const known = {
    ChecksumCRC32: "y/Q5Jg==",
    ChecksumCRC32C: "4waSgw==",
    ChecksumCRC64NVME: "rosUhgp5mIg=",
    ChecksumSHA1: createHash("sha1").update("123456789").digest("base64"),
    ChecksumSHA256: createHash("sha256").update("123456789").digest("base64"),
  };

  it.each(Object.entries(known))("%s is verified, stored, and returned on request", async (name, value) => {
    const Bucket = await bucket();
    const written = await put({ Bucket, Key: name, Body, [name]: value });
    expect(written).toMatchObject({ [name]: value, ChecksumType: "FULL_OBJECT" });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: name, ChecksumMode: "ENABLED" }));
    expect(head).toMatchObject({ [name]: value });
    expect(
      (await s3.send(new HeadObjectCommand({ Bucket, Key: name })))[name as "ChecksumCRC32"],
    ).toBeUndefined();
    const wrong = put({ Bucket, Key: "wrong", Body: "something else", [name]: value });
    await refused(wrong, 400, "BadDigest");
    await refused(s3.send(new HeadObjectCommand({ Bucket, Key: "wrong" })), 404, "NotFound");
  });

  it("Content-MD5 is verified", async () => {
    const Bucket = await bucket();
    const ContentMD5 = createHash("md5").update(Body).digest("base64");
    await put({ Bucket, Key: "m", Body, ContentMD5 });
    await refused(put({ Bucket, Key: "m", Body: "other", ContentMD5 }), 400, "BadDigest");
    await refused(put({ Bucket, Key: "m", Body, ContentMD5: "AAAA" }), 400, "InvalidDigest");
  });
});

describe("listing S3 objects", () => {
  it("returns pages in the order of UTF-8 bytes", async () => {
    const Bucket = await bucket();
    const keys = ["a", "a/1", "a/2", "b", "zz", "é", "\uffee", "\u{1f600}"];
    await Promise.all(keys.map((Key) => put({ Bucket, Key, Body: "x" })));
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket, MaxKeys: 3, ...(ContinuationToken ? { ContinuationToken } : {}) }),
      );
      expect(page.KeyCount).toBe(page.Contents?.length);
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key!));
      ContinuationToken = page.NextContinuationToken;
      expect(page.IsTruncated).toBe(ContinuationToken !== undefined);
    } while (ContinuationToken);
    expect(seen).toEqual(keys);
  });

  it("groups keys by prefix, across pages too", async () => {
    const Bucket = await bucket();
    for (const Key of ["p/a/1", "p/a/2", "p/b", "p/c/1", "q"]) await put({ Bucket, Key, Body: "x" });
    const shape = { Bucket, Prefix: "p/", Delimiter: "/" };
    const whole = await s3.send(new ListObjectsV2Command(shape));
    expect(whole.CommonPrefixes).toEqual([{ Prefix: "p/a/" }, { Prefix: "p/c/" }]);
    expect(whole.Contents?.map(({ Key }) => Key)).toEqual(["p/b"]);
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ ...shape, MaxKeys: 1, ...(token ? { ContinuationToken: token } : {}) }),
      );
      seen.push(page.CommonPrefixes?.[0]?.Prefix ?? page.Contents?.[0]?.Key);
      token = page.NextContinuationToken;
    } while (token);
    expect(seen).toEqual(["p/a/", "p/b", "p/c/"]);
    const after = await s3.send(new ListObjectsV2Command({ Bucket, StartAfter: "p/b" }));
    expect(after.Contents?.map(({ Key }) => Key)).toEqual(["p/c/1", "q"]);
  });

  it("encodes keys on request", async () => {
    const Bucket = await bucket();
    await put({ Bucket, Key: "a b/(1)+é\u0001", Body: "x" });
    const page = await s3.send(new ListObjectsV2Command({ Bucket, EncodingType: "url" }));
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(["a+b/%281%29%2B%C3%A9%01"]);
  });
});

describe("S3 versioning", () => {
  it("keeps every version, and a delete adds a delete marker", async () => {
    const Bucket = await bucket();
    await put({ Bucket, Key: "v", Body: "before versioning" });
    await versioning(Bucket, "Enabled");
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe("Enabled");
    const one = await put({ Bucket, Key: "v", Body: "one" });
    const two = await put({ Bucket, Key: "v", Body: "two" });
    expect(one.VersionId).not.toBe(two.VersionId);
    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: "v" }));
    expect(marker.DeleteMarker).toBe(true);

    await refused(s3.send(new GetObjectCommand({ Bucket, Key: "v" })), 404, "NoSuchKey");
    const onMarker = new GetObjectCommand({ Bucket, Key: "v", VersionId: marker.VersionId });
    await refused(s3.send(onMarker), 405, "MethodNotAllowed");
    expect(await body(Bucket, "v", one.VersionId)).toBe("one");
    expect(await body(Bucket, "v", "null")).toBe("before versioning");
    const unknown = new GetObjectCommand({ Bucket, Key: "v", VersionId: "0".repeat(32) });
    await refused(s3.send(unknown), 404, "NoSuchVersion");
    for (const VersionId of ["junk", "0".repeat(31), "0".repeat(33), `${"0".repeat(31)}!`, "nulls"]) {
      await refused(s3.send(new GetObjectCommand({ Bucket, Key: "v", VersionId })), 400, "InvalidArgument");
      await refused(s3.send(new HeadObjectCommand({ Bucket, Key: "v", VersionId })), 400);
      await refused(
        s3.send(new DeleteObjectCommand({ Bucket, Key: "v", VersionId })),
        400,
        "InvalidArgument",
      );
      const CopySource = `${Bucket}/v?versionId=${VersionId}`;
      const copy = new CopyObjectCommand({ Bucket, Key: "w", CopySource });
      await refused(s3.send(copy), 400, "InvalidArgument");
      const listing = { Bucket, KeyMarker: "v", VersionIdMarker: VersionId };
      await refused(s3.send(new ListObjectVersionsCommand(listing)), 400, "InvalidArgument");
    }

    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [two.VersionId, false],
      [one.VersionId, false],
      ["null", false],
    ]);
    expect(listed.DeleteMarkers?.map(({ VersionId }) => VersionId)).toEqual([marker.VersionId]);

    await s3.send(new DeleteObjectCommand({ Bucket, Key: "v", VersionId: marker.VersionId }));
    expect(await body(Bucket, "v")).toBe("two");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "v", VersionId: two.VersionId }));
    expect(await body(Bucket, "v")).toBe("one");
  });

  it("overwrites only the null version while suspended", async () => {
    const Bucket = await bucket();
    await versioning(Bucket, "Enabled");
    const kept = await put({ Bucket, Key: "s", Body: "kept" });
    await versioning(Bucket, "Suspended");
    expect((await put({ Bucket, Key: "s", Body: "null 1" })).VersionId).toBe("null");
    await put({ Bucket, Key: "s", Body: "null 2" });
    const ids = async () =>
      (await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions?.map((v) => v.VersionId);
    expect(await ids()).toEqual(["null", kept.VersionId]);
    expect(await body(Bucket, "s", "null")).toBe("null 2");
    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: "s" }));
    expect([marker.DeleteMarker, marker.VersionId]).toEqual([true, "null"]);
    expect(await ids()).toEqual([kept.VersionId]);
  });

  it("lists versions page by page", async () => {
    const Bucket = await bucket();
    await versioning(Bucket, "Enabled");
    const written: string[] = [];
    for (const Key of ["a", "a", "a", "b/1", "b/2", "c"])
      written.push(`${Key} ${(await put({ Bucket, Key, Body: "x" })).VersionId}`);
    const walk = async (shape: object) => {
      const seen: string[] = [];
      let marker = {};
      for (;;) {
        const page = await s3.send(
          new ListObjectVersionsCommand({ Bucket, MaxKeys: 2, ...shape, ...marker }),
        );
        for (const each of page.Versions ?? []) seen.push(`${each.Key} ${each.VersionId}`);
        for (const each of page.CommonPrefixes ?? []) seen.push(each.Prefix!);
        if (!page.IsTruncated) return seen;
        marker = {
          KeyMarker: page.NextKeyMarker,
          ...(page.NextVersionIdMarker ? { VersionIdMarker: page.NextVersionIdMarker } : {}),
        };
      }
    };
    const [a1, a2, a3, ...rest] = written;
    expect(await walk({})).toEqual([a3, a2, a1, ...rest]);
    expect(await walk({ Delimiter: "/", MaxKeys: 1 })).toEqual([a3, a2, a1, "b/", written[5]]);
    const alone = new ListObjectVersionsCommand({ Bucket, VersionIdMarker: "null" });
    await refused(s3.send(alone), 400, "InvalidArgument");
  });

  it("permits a conditional write after a delete", async () => {
    const Bucket = await bucket();
    await versioning(Bucket, "Enabled");
    await put({ Bucket, Key: "k", Body: "1", IfNoneMatch: "*" });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "k" }));
    await put({ Bucket, Key: "k", Body: "2", IfNoneMatch: "*" });
    expect(await body(Bucket, "k")).toBe("2");
  });
});

describe("S3 Object Lock", () => {
  const inTenMinutes = () => new Date(Date.now() + 600_000);

  it("requires versioning and cannot be undone", async () => {
    const plain = await bucket();
    const config = { ObjectLockEnabled: "Enabled" } as const;
    const configure = new PutObjectLockConfigurationCommand({
      Bucket: plain,
      ObjectLockConfiguration: config,
    });
    const read = new GetObjectLockConfigurationCommand({ Bucket: plain });
    await refused(s3.send(read), 404, "ObjectLockConfigurationNotFoundError");
    await refused(s3.send(configure), 409, "InvalidBucketState");
    await versioning(plain, "Enabled");
    await s3.send(configure);
    expect((await s3.send(read)).ObjectLockConfiguration).toEqual(config);
    await refused(versioning(plain, "Suspended"), 409, "InvalidBucketState");

    const Bucket = await lockedBucket();
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe("Enabled");
  });

  it("protects a version in COMPLIANCE mode from everyone, and its retention can only be extended", async () => {
    const Bucket = await lockedBucket();
    const until = inTenMinutes();
    const lock = { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: until } as const;
    const { VersionId } = await put({ Bucket, Key: "c", Body: "x", ...lock });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "c", VersionId }));
    expect(head.ObjectLockMode).toBe("COMPLIANCE");
    expect(Math.abs(head.ObjectLockRetainUntilDate!.getTime() - until.getTime())).toBeLessThan(1000);

    const gone = { Bucket, Key: "c", VersionId, BypassGovernanceRetention: true };
    await refused(s3.send(new DeleteObjectCommand(gone)), 403, "AccessDenied");
    const many = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "c", VersionId }] } }),
    );
    expect(many.Errors?.map(({ Code }) => Code)).toEqual(["AccessDenied"]);
    const retain = (Mode: "COMPLIANCE" | "GOVERNANCE", RetainUntilDate: Date) =>
      s3.send(
        new PutObjectRetentionCommand({
          Bucket,
          Key: "c",
          VersionId,
          Retention: { Mode, RetainUntilDate },
          BypassGovernanceRetention: true,
        }),
      );
    await refused(retain("COMPLIANCE", new Date(until.getTime() - 30_000)), 403, "AccessDenied");
    await refused(retain("GOVERNANCE", new Date(until.getTime() + 30_000)), 403, "AccessDenied");
    await retain("COMPLIANCE", new Date(until.getTime() + 5_000));
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key: "c", VersionId }));
    expect(Retention?.RetainUntilDate?.getTime()).toBeGreaterThan(until.getTime() + 3_000);

    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: "c" }));
    expect(marker.DeleteMarker).toBe(true);
    await put({ Bucket, Key: "c", Body: "on top" });
    expect(await body(Bucket, "c", VersionId)).toBe("x");
  });

  it("permits bypassing GOVERNANCE only with an explicit header", async () => {
    const Bucket = await lockedBucket();
    const lock = { ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: inTenMinutes() } as const;
    const { VersionId } = await put({ Bucket, Key: "g", Body: "x", ...lock });
    const retain = (Retention: object, bypass = {}) =>
      s3.send(new PutObjectRetentionCommand({ Bucket, Key: "g", VersionId, Retention, ...bypass }));
    const shorter = { Mode: "GOVERNANCE", RetainUntilDate: new Date(Date.now() + 200_000) };
    await refused(retain(shorter), 403, "AccessDenied");
    await retain({ Mode: "GOVERNANCE", RetainUntilDate: new Date(Date.now() + 1_200_000) });
    await retain(shorter, { BypassGovernanceRetention: true });
    await refused(s3.send(new DeleteObjectCommand({ Bucket, Key: "g", VersionId })), 403, "AccessDenied");
    const bypass = { Bucket, Key: "g", VersionId, BypassGovernanceRetention: true };
    await s3.send(new DeleteObjectCommand(bypass));
    await refused(s3.send(new HeadObjectCommand({ Bucket, Key: "g", VersionId })), 404);
  });

  it("keeps a version while a legal hold is on", async () => {
    const Bucket = await lockedBucket();
    const { VersionId } = await put({ Bucket, Key: "h", Body: "x", ObjectLockLegalHoldStatus: "ON" });
    const target = { Bucket, Key: "h", VersionId };
    expect((await s3.send(new GetObjectLegalHoldCommand(target))).LegalHold?.Status).toBe("ON");
    const bypass = new DeleteObjectCommand({ ...target, BypassGovernanceRetention: true });
    await refused(s3.send(bypass), 403, "AccessDenied");
    await s3.send(new PutObjectLegalHoldCommand({ ...target, LegalHold: { Status: "OFF" } }));
    await s3.send(new DeleteObjectCommand(target));
  });

  it("applies the bucket's default retention to new versions", async () => {
    const Bucket = await lockedBucket();
    const DefaultRetention = { Mode: "GOVERNANCE", Days: 2 } as const;
    const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled", Rule: { DefaultRetention } } as const;
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
    const read = await s3.send(new GetObjectLockConfigurationCommand({ Bucket }));
    expect(read.ObjectLockConfiguration).toEqual(ObjectLockConfiguration);
    await put({ Bucket, Key: "d", Body: "x" });
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key: "d" }));
    expect(Retention?.Mode).toBe("GOVERNANCE");
    const days = (Retention!.RetainUntilDate!.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(1.9);
    expect(days).toBeLessThan(2.1);
  });

  it("refuses contradictory requests", async () => {
    const plain = await bucket();
    const Bucket = await lockedBucket();
    const mode = { ObjectLockMode: "COMPLIANCE" } as const;
    const past = { ...mode, ObjectLockRetainUntilDate: new Date(Date.now() - 60_000) };
    const future = { ...mode, ObjectLockRetainUntilDate: inTenMinutes() };
    await refused(put({ Bucket: plain, Key: "x", Body: "x", ...future }), 400, "InvalidRequest");
    await refused(put({ Bucket, Key: "x", Body: "x", ...mode }), 400, "InvalidArgument");
    await refused(put({ Bucket, Key: "x", Body: "x", ...past }), 400, "InvalidArgument");
    await put({ Bucket, Key: "free", Body: "x" });
    const free = { Bucket, Key: "free" };
    await refused(s3.send(new GetObjectRetentionCommand(free)), 404, "NoSuchObjectLockConfiguration");
    const unchecked = new S3Client({
      endpoint: server.endpoint,
      region,
      credentials,
      maxAttempts: 1,
      requestChecksumCalculation: "WHEN_REQUIRED",
    });
    unchecked.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        for (const name of Object.keys(headers)) if (/checksum|content-md5/i.test(name)) delete headers[name];
        return next(args);
      },
      { step: "build", priority: "low" },
    );
    await refused(
      unchecked.send(new PutObjectCommand({ Bucket, Key: "x", Body: "x", ...future })),
      400,
      "InvalidRequest",
    );
    unchecked.destroy();
  });
});

describe("S3 signatures", () => {
  it("are refused with a wrong key or a wrong secret", async () => {
    const Bucket = await bucket();
    const asked = async (stranger: typeof credentials) => {
      const client = new S3Client({
        endpoint: server.endpoint,
        region,
        credentials: stranger,
        maxAttempts: 1,
      });
      return client.send(new ListObjectsV2Command({ Bucket })).finally(() => client.destroy());
    };
    await refused(asked({ ...credentials, secretAccessKey: "wrong" }), 403, "SignatureDoesNotMatch");
    await refused(asked({ ...credentials, accessKeyId: "stranger" }), 403, "InvalidAccessKeyId");
    // Where one port serves everything, a request that nobody signed is not even S3's.
    const unsigned = await fetch(`${server.endpoint}/${Bucket}?list-type=2`);
    expect(await unsigned.text()).not.toContain("<ListBucketResult");
  });

  it("make a presigned URL valid for one request until it expires", async () => {
    const Bucket = await bucket();
    const presign = new S3Client({
      endpoint: server.endpoint,
      region,
      credentials,
      requestChecksumCalculation: "WHEN_REQUIRED",
    });
    const upload = await getSignedUrl(
      presign,
      new PutObjectCommand({ Bucket, Key: "p q", ContentType: "text/plain" }),
      {
        expiresIn: 60,
      },
    );
    const sent = await fetch(upload, {
      method: "PUT",
      body: "presigned",
      headers: { "content-type": "text/plain" },
    });
    expect(sent.status).toBe(200);
    const url = await getSignedUrl(presign, new GetObjectCommand({ Bucket, Key: "p q" }), { expiresIn: 60 });
    expect(await (await fetch(url)).text()).toBe("presigned");

    for (const tampered of [
      url.replace("p%20q", "other"),
      url.replace("Expires=60", "Expires=600"),
      `${url}&versionId=null`,
    ]) {
      const answer = await fetch(tampered);
      expect([answer.status, code(await answer.text())]).toEqual([403, "SignatureDoesNotMatch"]);
    }
    expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
    const signingDate = new Date(Date.now() - 120_000);
    const old = await getSignedUrl(presign, new GetObjectCommand({ Bucket, Key: "p q" }), {
      expiresIn: 60,
      signingDate,
    });
    const expired = await fetch(old);
    expect([expired.status, code(await expired.text())]).toEqual([403, "AccessDenied"]);
    presign.destroy();
  });
});

describe("S3 multipart uploads", () => {
  const big = randomBytes(5 * 1024 * 1024);
  const tail = randomBytes(1000);
  const whole = Buffer.concat([big, tail]);

  async function start(Key: string, input: object = {}) {
    const Bucket = await bucket();
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...input }));
    const at = { Bucket, Key, UploadId };
    const send = (PartNumber: number, Body: Buffer, more: object = {}) =>
      s3.send(new UploadPartCommand({ ...at, PartNumber, Body, ...more }));
    const finish = (Parts: object[], more: object = {}) =>
      s3.send(new CompleteMultipartUploadCommand({ ...at, MultipartUpload: { Parts }, ...more }));
    return { at, send, finish };
  }

  it("join their parts in order, with a checksum of the parts' checksums", async () => {
    const { at, send, finish } = await start("m", {
      ChecksumAlgorithm: "CRC32",
      ContentType: "text/x",
      Metadata: { a: "1" },
    });
    const two = await send(2, tail);
    await send(1, tail);
    const one = await send(1, big);
    const parts = await s3.send(new ListPartsCommand({ ...at, MaxParts: 1 }));
    expect(parts.Parts?.map(({ PartNumber, Size, ETag }) => [PartNumber, Size, ETag])).toEqual([
      [1, big.length, one.ETag],
    ]);
    expect([parts.IsTruncated, parts.NextPartNumberMarker]).toEqual([true, "1"]);
    const done = await finish([
      { PartNumber: 1, ETag: one.ETag, ChecksumCRC32: one.ChecksumCRC32 },
      { PartNumber: 2, ETag: two.ETag, ChecksumCRC32: two.ChecksumCRC32 },
    ]);
    const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();
    const etag = md5(Buffer.concat([md5(big), md5(tail)])).toString("hex");
    expect(done.ETag).toBe(`"${etag}-2"`);
    const read = await s3.send(new GetObjectCommand({ ...at, ChecksumMode: "ENABLED" }));
    expect(Buffer.from((await read.Body?.transformToByteArray())!).equals(whole)).toBe(true);
    expect(read).toMatchObject({ ContentType: "text/x", Metadata: { a: "1" }, ChecksumType: "COMPOSITE" });
    expect(read.ChecksumCRC32).toMatch(/==-2$/);
    await refused(s3.send(new ListPartsCommand(at)), 404, "NoSuchUpload");
  });

  it("can have one checksum over the whole object", async () => {
    const { send, finish } = await start("f", { ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" });
    const Parts = [
      { PartNumber: 1, ETag: (await send(1, big)).ETag },
      { PartNumber: 2, ETag: (await send(2, tail)).ETag },
    ];
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(whole));
    const wrong = { ChecksumType: "FULL_OBJECT", ChecksumCRC32: "AAAAAA==" };
    await refused(finish(Parts, wrong), 400, "BadDigest");
    const done = await finish(Parts, { ChecksumType: "FULL_OBJECT", ChecksumCRC32: sum.toString("base64") });
    expect(done).toMatchObject({ ChecksumCRC32: sum.toString("base64"), ChecksumType: "FULL_OBJECT" });
  });

  it("are refused with parts that are unknown, out of order or too small", async () => {
    const { at, send, finish } = await start("x");
    const one = { PartNumber: 1, ETag: (await send(1, tail)).ETag };
    const two = { PartNumber: 2, ETag: (await send(2, tail)).ETag };
    await refused(finish([one, { PartNumber: 3, ETag: one.ETag }]), 400, "InvalidPart");
    await refused(
      finish([{ PartNumber: 1, ETag: '"00000000000000000000000000000000"' }]),
      400,
      "InvalidPart",
    );
    await refused(finish([two, one]), 400, "InvalidPartOrder");
    await refused(finish([one, two]), 400, "EntityTooSmall");
    await s3.send(new AbortMultipartUploadCommand(at));
    await refused(finish([one]), 404, "NoSuchUpload");
    await refused(s3.send(new HeadObjectCommand({ Bucket: at.Bucket, Key: "x" })), 404);
  });

  it("are completed only when their condition holds", async () => {
    const { at, send, finish } = await start("c");
    const one = { PartNumber: 1, ETag: (await send(1, tail)).ETag };
    await put({ Bucket: at.Bucket, Key: "c", Body: "first" });
    await refused(finish([one], { IfNoneMatch: "*" }), 412, "PreconditionFailed");
    expect(await body(at.Bucket, "c")).toBe("first");
  });
});

async function bucket(input: object = {}): Promise<string> {
  const Bucket = `gantry-${randomUUID()}`;
  await s3.send(new CreateBucketCommand({ Bucket, ...input }));
  made.push(Bucket);
  return Bucket;
}

function lockedBucket(): Promise<string> {
  return bucket({ ObjectLockEnabledForBucket: true });
}

function put(input: PutObjectCommandInput) {
  return s3.send(new PutObjectCommand(input));
}

async function body(Bucket: string, Key: string, VersionId?: string): Promise<string> {
  const read = await s3.send(new GetObjectCommand({ Bucket, Key, ...(VersionId ? { VersionId } : {}) }));
  return text(read.Body as Readable);
}

function versioning(Bucket: string, Status: "Enabled" | "Suspended") {
  return s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
}

async function refused(request: Promise<unknown>, status: number, name?: string): Promise<void> {
  const error = await request.then(
    () => undefined,
    (reason: { name: string; $metadata?: { httpStatusCode?: number } }) => reason,
  );
  expect({ status: error?.$metadata?.httpStatusCode, name: error?.name }).toEqual({
    status,
    name: name ?? expect.any(String),
  });
}

function code(xml: string): string | undefined {
  return /<Code>(\w+)<\/Code>/.exec(xml)?.[1];
}

/** Best effort: on AWS, versions in COMPLIANCE mode stay for the minute they are locked. */
async function empty(Bucket: string): Promise<void> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
    await s3
      .send(new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention: true }))
      .catch(() => {});
  await s3.send(new DeleteBucketCommand({ Bucket }));
}
