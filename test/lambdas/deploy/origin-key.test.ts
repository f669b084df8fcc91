import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Parameters } from "#adapters/aws-account/parameters.ts";
import { comesFromEdge, type OriginKeys } from "#core/identity/origin.ts";
import { originKey } from "#lambdas/deploy/origin-key.ts";

const DAY = 24 * 3_600_000;
let stack: Server;
let url: string;
let answer: any;
let now = 0;
const stored = new Map<string, string>();
const parameters: Parameters = {
  set: async (name, value) => stored.set(name, value).size,
  get: async (name) => stored.get(name),
  list: async () => [],
  remove: async (name) => stored.delete(name),
};

beforeAll(async () => {
  stack = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    answer = JSON.parse(Buffer.concat(chunks).toString());
    res.end();
  });
  await new Promise<void>((resolve) => stack.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(stack.address() as AddressInfo).port}/`;
});
afterAll(() => void stack.close());
beforeEach(() => {
  stored.clear();
  now = 0;
});

const keys = (): OriginKeys => JSON.parse(stored.get("origin-key") ?? "null");

async function ask(RequestType: string, Name = "1"): Promise<string> {
  await originKey(() => parameters, { now: () => now })({
    RequestType,
    ResponseURL: url,
    StackId: "arn:stack",
    RequestId: "r-1",
    LogicalResourceId: "Key",
    ResourceProperties: { Name, Prefix: "/gantry/dev", Digest: "1" },
  });
  expect(answer.Status).toBe("SUCCESS");
  return answer.Data?.Value;
}

describe("the custom resource of the edge's key", () => {
  it("creates a key of 256 random bits, stores it, and passes it to CloudFormation as a secret", async () => {
    const value = await ask("Create");
    expect(value).toMatch(/^[\w-]{43}$/);
    expect(answer).toMatchObject({ NoEcho: true, PhysicalResourceId: "origin-key" });
    expect(keys()).toEqual({ current: { name: "1", value } });
    stored.clear();
    expect(await ask("Create")).not.toBe(value);
  });

  it("keeps the key in deployments that do not request another", async () => {
    const value = await ask("Create");
    expect(await ask("Update")).toBe(value);
  });

  it("stores a new key beside the previous one on request; both are valid for a day", async () => {
    const before = await ask("Create");
    const after = await ask("Update", "2");
    expect(after).not.toBe(before);
    for (const value of [before, after]) expect(comesFromEdge(keys(), value, DAY - 1)).toBe(true);
    expect(comesFromEdge(keys(), before, DAY)).toBe(false);
  });

  it("returns the previous key when a deployment is rolled back", async () => {
    const before = await ask("Create");
    const after = await ask("Update", "2");
    expect(await ask("Update", "1")).toBe(before);
    expect(comesFromEdge(keys(), after, 1)).toBe(true);
  });

  it("deletes the key with its stack", async () => {
    await ask("Create");
    expect(await ask("Delete")).toBeUndefined();
    expect(answer).not.toHaveProperty("NoEcho");
    expect(stored.size).toBe(0);
  });
});
