import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type CfnResource, Stack } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import type { Bundles } from "#lib/bundling/bundles.ts";
import { readConfig } from "#lib/config.ts";
import { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { deployFiles } from "#lib/constructs/static-files.ts";

const FILES = { "index.mjs": "export const cache = 'no-cache';", "web/index.html": "<p>hello</p>" };
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-static-files-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The digest that a deployment of these files asks with. */
function digestOf(name: string, files: Readonly<Record<string, string>>): string {
  const bundle = join(dir, name);
  mkdirSync(join(bundle, "web"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(bundle, path), text);
  const stack = new Stack(undefined, name);
  const fn = new GantryFunction(stack, "web-files", {
    config: readConfig({ stage: "dev", githubOwner: "acme" }),
    bundles: { "web-files": bundle } as Bundles,
  });
  const asked = deployFiles(fn, new Bucket(stack, "Bucket")).node.defaultChild as CfnResource;
  const [resource] = Object.values(stack.resolve(asked._toCloudFormation()).Resources) as any[];
  return resource.Properties.Digest;
}

test("the static files are uploaded again only when one of them or the upload code changes", () => {
  const first = digestOf("first", FILES);
  expect(digestOf("same", FILES)).toBe(first);
  expect(digestOf("page", { ...FILES, "web/index.html": "<p>bye</p>" })).not.toBe(first);
  expect(digestOf("code", { ...FILES, "index.mjs": "export const cache = 'immutable';" })).not.toBe(first);
});
