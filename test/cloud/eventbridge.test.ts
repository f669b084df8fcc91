import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SignatureV4 } from "@smithy/signature-v4";
import { createBus } from "#local-cloud/eventbridge/bus.ts";
import { credentials, region, type Target, target } from "./target.ts";

let server: Target;

beforeAll(async () => {
  server = await target((dir) => createBus({ dir, rules: [], targets: {} }));
});

afterAll(() => server.close());

const entry = { Source: "gantry.test", DetailType: "Sample", Detail: JSON.stringify({ n: 1 }) };

describe("PutEvents", () => {
  it("accepts up to ten events and returns an id for each", async () => {
    const { status, body } = await call("PutEvents", {
      Entries: [entry, { ...entry, Resources: ["arn:aws:x"] }],
    });
    expect([status, body.FailedEntryCount]).toEqual([200, 0]);
    const ids = body.Entries.map((each) => each.EventId);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses an empty list and more than ten events", async () => {
    for (const Entries of [[], Array(11).fill(entry)]) {
      const { status, body } = await call("PutEvents", { Entries });
      expect([status, body.__type?.split("#").at(-1)]).toEqual([400, "ValidationException"]);
    }
  });

  it("fails only the invalid entry", async () => {
    const bad = [
      { ...entry, Detail: "not json" },
      { ...entry, Source: "aws.s3" },
    ];
    const { status, body } = await call("PutEvents", { Entries: [entry, ...bad] });
    expect([status, body.FailedEntryCount]).toEqual([200, 2]);
    expect(body.Entries.map((each) => each.ErrorCode)).toEqual([
      undefined,
      "MalformedDetail",
      "NotAuthorizedForSourceException",
    ]);
  });
});

it("EventBridge refuses unknown operations", async () => {
  const { status, body } = await call("Nonsense", {});
  expect([status, body.__type?.split("#").at(-1)]).toEqual([400, "UnknownOperationException"]);
});

/** AWS JSON 1.1 by hand: the client of this service is not among our packages. */
async function call(operation: string, input: object) {
  const url = new URL(server.endpoint);
  const body = JSON.stringify(input);
  const signer = new SignatureV4({ service: "events", region, credentials, sha256: Sha256 });
  const signed = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    path: "/",
    query: {},
    headers: {
      host: url.host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSEvents.${operation}`,
    },
    body,
  });
  const answer = await fetch(url, { method: "POST", headers: signed.headers, body });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

interface Answer {
  readonly __type?: string;
  readonly FailedEntryCount: number;
  readonly Entries: { readonly EventId?: string; readonly ErrorCode?: string }[];
}

class Sha256 {
  #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret as Buffer);
  }
  update(bytes: Uint8Array) {
    this.#hash.update(bytes);
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
  reset() {}
}
