import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createBucketFiles } from "#adapters/s3/files.ts";
import { webFiles } from "#lambdas/deploy/web-files.ts";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { credentials, region, type Target, target } from "#test/cloud/target.ts";

interface Answer {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: any;
}

const BUCKET = "gantry-web";
let cloud: Target;
let s3: S3Client;
let stack: Server;
let responseUrl: string;
let status = 200;
const answers: Answer[] = [];
const folder = mkdtempSync(join(tmpdir(), "gantry-web-"));

beforeAll(async () => {
  cloud = await target((dir) => createS3({ dir, credentials }));
  s3 = new S3Client({ endpoint: cloud.endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  stack = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    answers.push({
      method: req.method,
      headers: req.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    res.writeHead(status).end();
  });
  await new Promise<void>((resolve) => stack.listen(0, "127.0.0.1", resolve));
  responseUrl = `http://127.0.0.1:${(stack.address() as AddressInfo).port}/answer?X-Amz-Signature=secret`;
});

afterAll(async () => {
  stack.close();
  s3.destroy();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  status = 200;
  answers.length = 0;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "img"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/index-B7xk.js"), "let a;");
  writeFileSync(join(folder, "img/logo.svg"), "<svg/>");
});

function ask(RequestType: string, ResourceProperties: object = { Bucket: BUCKET, Digest: "1" }) {
  const handler = webFiles(folder, createBucketFiles(s3, 2));
  return handler({
    RequestType,
    ResponseURL: responseUrl,
    StackId: "arn:stack",
    RequestId: "r-1",
    LogicalResourceId: "WebFiles",
    ResourceType: "Custom::GantryWebFiles",
    ResourceProperties,
  });
}

async function keys(): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  return Contents.map(({ Key = "" }) => Key);
}

describe("the custom resource of the static client", () => {
  it("uploads each file with its content type and caching, and replies SUCCESS", async () => {
    await ask("Create");
    expect(await keys()).toEqual(["assets/index-B7xk.js", "img/logo.svg", "index.html"]);
    const types = await Promise.all(
      (await keys()).map(async (Key) => {
        const { ContentType, CacheControl } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        return [ContentType, CacheControl];
      }),
    );
    expect(types).toEqual([
      ["text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
      ["image/svg+xml", "no-cache"],
      ["text/html; charset=utf-8", "no-cache"],
    ]);
    expect(answers).toEqual([
      {
        method: "PUT",
        headers: expect.objectContaining({ "content-type": "" }),
        body: {
          Status: "SUCCESS",
          Reason: "Done.",
          PhysicalResourceId: "web-files",
          StackId: "arn:stack",
          RequestId: "r-1",
          LogicalResourceId: "WebFiles",
        },
      },
    ]);
  });

  it("deletes removed files on an update, over any number of pages", async () => {
    for (const Key of ["a.js", "b.js", "z/c.js"])
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: "old" }));
    await ask("Update", { Bucket: BUCKET, Digest: "2" });
    expect(await keys()).toEqual(["assets/index-B7xk.js", "img/logo.svg", "index.html"]);
    expect(answers[0]?.body).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: "web-files" });
  });

  it("empties the bucket on a delete", async () => {
    await ask("Create");
    await ask("Delete");
    expect(await keys()).toEqual([]);
    expect(answers[1]?.body).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: "web-files" });
  });

  it("replies FAILED with the reason when S3 refuses, under the same id", async () => {
    for (const type of ["Create", "Update", "Delete"])
      await ask(type, { Bucket: "no-such-bucket", Digest: "1" });
    expect(answers).toHaveLength(3);
    for (const { body } of answers) {
      expect(body).toMatchObject({ Status: "FAILED", PhysicalResourceId: "web-files" });
      expect(body.Reason).toContain("NoSuchBucket");
    }
  });

  it("replies FAILED without the bucket's name, and throws when the reply cannot be sent", async () => {
    await ask("Create", { Digest: "1" });
    expect(answers[0]?.body).toMatchObject({ Status: "FAILED", Reason: expect.stringContaining("Bucket") });
    status = 403;
    await expect(ask("Create")).rejects.toThrow("HTTP 403");
  });
});
