import { request } from "node:http";
import {
  CreateBucketCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { credentials, type Target, target } from "#test/cloud/target.ts";
import { sign } from "#test/support/signing.ts";

const Bucket = "refusals";
let server: Target;
let s3: S3Client;

beforeAll(async () => {
  server = await target((dir) => createS3({ dir, credentials }));
  s3 = clientIn("us-east-1");
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => server.close());

const clientIn = (region: string) =>
  new S3Client({ endpoint: server.endpoint, region, credentials, maxAttempts: 1 });

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly signingDate?: Date;
}

/** A signed request that no client would send: the code of the refusal. */
async function codeOf({ method = "PUT", path = `/${Bucket}/k`, headers = {}, body = "", ...rest }: Raw) {
  const unsigned = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD", ...headers };
  const call = { service: "s3", method, path: path.split("?")[0] as string, headers: unsigned, body };
  const query = Object.fromEntries(new URLSearchParams(path.split("?")[1]));
  const signed = await sign(call, { origin: server.endpoint, credentials, query, ...rest });
  return codeIn(method, path, signed.headers, body);
}

function codeIn(method: string, path: string, headers: Record<string, string>, body = ""): Promise<string> {
  const { port } = new URL(server.endpoint);
  return new Promise((resolve, reject) => {
    const sent = request({ port, method, path, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      resolve(/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? `${response.statusCode}`);
    });
    sent.on("error", reject).end(body);
  });
}

describe("the settings of a bucket", () => {
  it("are removed by DeleteBucketEncryption and DeleteBucketLifecycle", async () => {
    const AES256 = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" as const } };
    await s3.send(
      new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [AES256] } }),
    );
    await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(
      ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
    ).toBe("AES256");

    const rule = { ID: "old", Status: "Enabled" as const, Filter: { Prefix: "" }, Expiration: { Days: 1 } };
    await s3.send(
      new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } }),
    );
    await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
    await expect(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).rejects.toMatchObject({
      name: "NoSuchLifecycleConfiguration",
    });
  });

  it("are refused with NoSuchPublicAccessBlockConfiguration after DeletePublicAccessBlock", async () => {
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await expect(s3.send(new GetPublicAccessBlockCommand({ Bucket }))).rejects.toMatchObject({
      name: "NoSuchPublicAccessBlockConfiguration",
    });
  });

  it("keep versions after PutBucketVersioning", async () => {
    await s3.send(new CreateBucketCommand({ Bucket: "versioned" }));
    const Status = "Enabled";
    await s3.send(
      new PutBucketVersioningCommand({ Bucket: "versioned", VersioningConfiguration: { Status } }),
    );
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket: "versioned" }))).Status).toBe(Status);
    const ids = [];
    for (const Body of ["1", "2"])
      ids.push((await s3.send(new PutObjectCommand({ Bucket: "versioned", Key: "k", Body }))).VersionId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe("the local S3", () => {
  it("refuses to create one's own bucket again outside us-east-1 with BucketAlreadyOwnedByYou", async () => {
    await expect(clientIn("eu-west-1").send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: "BucketAlreadyOwnedByYou",
    });
  });

  it.each<[string, Raw]>([
    ["AccessControlListNotSupported", { headers: { "x-amz-acl": "public-read" } }],
    [
      "InvalidBucketAclWithObjectOwnership",
      { path: "/other-bucket", headers: { "x-amz-acl": "public-read" } },
    ],
    ["KeyTooLongError", { path: `/${Bucket}/${"k".repeat(1025)}` }],
    ["MetadataTooLarge", { headers: { "x-amz-meta-a": "v".repeat(2048) } }],
    [
      "MalformedXML",
      { path: `/${Bucket}?versioning`, body: "<Versioning", headers: { "content-length": "11" } },
    ],
    ["EntityTooLarge", { headers: { "content-length": `${6 * 1024 ** 3}` } }],
    ["RequestTimeTooSkewed", { signingDate: new Date(Date.now() - 3_600_000) }],
    ["NotImplemented", { path: `/${Bucket}?acl`, method: "GET" }],
  ])("refuses with %s", async (code, raw) => {
    expect(await codeOf(raw)).toBe(code);
  });

  it("refuses chunks without a length with MissingContentLength", async () => {
    const headers = { "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "content-length": "0" };
    expect(await codeOf({ headers })).toBe("MissingContentLength");
  });

  it("refuses chunks without the announced trailer, with MalformedTrailerError", async () => {
    const body = "1\r\nx\r\n0\r\n\r\n";
    const headers = {
      "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "x-amz-decoded-content-length": "1",
      "x-amz-trailer": "x-amz-checksum-crc32",
      "content-encoding": "aws-chunked",
      "content-length": String(body.length),
    };
    expect(await codeOf({ headers, body })).toBe("MalformedTrailerError");
  });

  it("refuses a path that cannot be decoded with InvalidURI", async () => {
    expect(await codeIn("GET", `/${Bucket}/%E0%A4`, {})).toBe("InvalidURI");
  });

  it("refuses an incomplete presigned URL with AuthorizationQueryParametersError", async () => {
    const path = `/${Bucket}/k?X-Amz-Algorithm=AWS4-HMAC-SHA256`;
    expect(await codeIn("GET", path, {})).toBe("AuthorizationQueryParametersError");
  });

  it("refuses an incomplete Authorization header with AuthorizationHeaderMalformed", async () => {
    const authorization = "AWS4-HMAC-SHA256 Credential=a";
    expect(await codeIn("GET", `/${Bucket}/k`, { authorization })).toBe("AuthorizationHeaderMalformed");
  });

  it("refuses a body other than the signed one, with XAmzContentSHA256Mismatch", async () => {
    const headers = { "x-amz-content-sha256": "0".repeat(64), "content-length": "1" };
    expect(await codeOf({ headers, body: "x" })).toBe("XAmzContentSHA256Mismatch");
  });
});
