import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { watch } from "./support/watch.ts";

/** A workflow within a request, over HTTP and a socket, to its verified evidence. */

const BODY = {
  workflow: "factory.plan",
  trigger: { kind: "person", ref: "test" },
  input: { request: "Build me a notes app with tags" },
};

let gantry: Gantry;
let owner: Client;

beforeAll(async () => {
  gantry = await startGantry();
  owner = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
});

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(50);
  }
}

const shown = async (id: string) => (await owner.get(`/gantry/instances/${id}`)).body;
const sealed = (id: string) =>
  until(async () => {
    const body = await shown(id);
    return body.seal_sha256 ? body : undefined;
  });

describe("a plan without a consultation", () => {
  it("is in the reply, is shown afterwards, and its evidence is VALID", async () => {
    const { status, body } = await owner.post("/gantry/instances", BODY);
    expect([status, body.state, body.result.plan.title]).toEqual([201, "COMPLETED", "Notes app"]);
    const { seal_sha256, ...rest } = await sealed(body.instance_id);
    expect({ ...rest, seal_sha256: null }).toEqual({ ...body, seal_sha256: null });
    const headers = { authorization: `Bearer ${owner.token}` };
    const pack = await fetch(`${gantry.origin}/gantry/missions/${body.instance_id}/evidence`, { headers });
    expect(pack.headers.get("x-gantry-seal")).toBe(seal_sha256);
    const verdict = verifyPack(EVIDENCE_KINDS, {
      zip: new Uint8Array(await pack.arrayBuffer()),
      execution: body.instance_id,
      pinned_key: await (await fetch(`${gantry.origin}/gantry/evidence-key`)).text(),
      checkSignature,
    });
    expect(verdict).toMatchObject({ verdict: "VALID", reasons: [], ignored: [] });
  });

  it("shows who watches that it is sealed", async () => {
    const { instance_id } = (await owner.post("/gantry/instances", BODY)).body;
    await sealed(instance_id);
    const { ticket, url } = (await owner.post("/gantry/ws-ticket", { mission_id: instance_id })).body;
    const socket = await watch(gantry.origin, url, ticket);
    socket.send(JSON.stringify({ after: 0 }));
    const last = await until(() => socket.messages.find(({ status }) => status === "SUCCEEDED"));
    expect(socket.messages.map(({ status }) => status)).toEqual([
      "CREATED",
      "RUNNING",
      "RUNNING",
      "SEALING",
      "SUCCEEDED",
    ]);
    expect(last.message).toBe("factory.plan has ended: succeeded.");
    await socket.close();
  });

  it("is run once under one key", async () => {
    const key = { "idempotency-key": "one-plan" };
    const first = await owner.post("/gantry/instances", BODY, key);
    const second = await owner.post("/gantry/instances", BODY, key);
    expect([second.body, second.headers.get("idempotency-replayed")]).toEqual([first.body, "true"]);
  });

  it("says why a request leads to none", async () => {
    const input = { request: "Write me an operating system kernel in assembler" };
    const { status, body } = await owner.post("/gantry/instances", { ...BODY, input });
    const consulted = await owner.post("/gantry/consult", { message: input.request });
    expect([status, body.state, body.error]).toEqual([
      201,
      "TERMINATED",
      { code: "UnsupportedRequest", message: consulted.body.speech },
    ]);
    expect(await sealed(body.instance_id)).toMatchObject({ outcome: "failed" });
  });
});
