import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { admitSiriRequest, type SiriRequest } from "#core/identity/siri/admit-request.ts";
import { createSiriKey } from "#core/identity/siri/create-siri-key.ts";
import { testSiriRequest } from "#core/identity/siri/self-test.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { type Phone, phoneTime, signedHeaders } from "#test/support/siri.ts";

type World = ReturnType<typeof memoryWorld>;

async function pair(world: World): Promise<Phone> {
  const { parts, created } = await createSiriKey(world, OWNER, { name: "phone", expires_in_days: 180 });
  return { ...parts, key_id: created.key_id };
}

/** A request for `text` whose sender hashed `hashed`. */
function requestOf(world: World, phone: Phone, text: string, hashed = text, ms = 0): SiriRequest {
  const headers = signedHeaders(phone, { text: hashed, timestamp: phoneTime(world.clock.now() + ms) });
  return {
    key_id: phone.key_id,
    timestamp: headers["X-Gantry-Timestamp"] as string,
    nonce: headers["X-Gantry-Nonce"] as string,
    signature: (headers["X-Gantry-Signature"] as string).slice(3),
    text,
    address: "203.0.113.9",
  };
}

describe("the self-test of a phone", () => {
  it("returns what the server hashed, and never a part of the key", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const request = requestOf(world, phone, "Café");
    const reply = await testSiriRequest(world, request);
    expect(reply).toEqual({
      key_id: phone.key_id,
      text_sha256: createHash("sha256").update("Café").digest("hex"),
      text_bytes: 5,
      canonical: `gantry-siri-v1:${phone.key_id}:${request.timestamp}:${request.nonce}:${reply.text_sha256}`,
      signature_matches: true,
      seconds_behind: 0,
      time_accepted: true,
      speech: "The phone is set up correctly.",
    });
    for (const part of [phone.k1, phone.k2]) expect(JSON.stringify(reply)).not.toContain(part);
  });

  it.each([
    ["a line break at its end", "Café\n"],
    ["accents as characters of their own", "Cafe\u0301"],
    ["one of the two parts of the key is wrong", "something else"],
  ])("says of a signature that does not match: %s", async (says, hashed) => {
    const world = memoryWorld();
    const reply = await testSiriRequest(world, requestOf(world, await pair(world), "Café", hashed));
    expect(reply).toMatchObject({ signature_matches: false, speech: expect.stringContaining(says) });
  });

  it("says by how much a clock is wrong", async () => {
    const world = memoryWorld();
    const reply = await testSiriRequest(world, requestOf(world, await pair(world), "x", "x", -400_000));
    expect(reply).toMatchObject({
      signature_matches: true,
      time_accepted: false,
      seconds_behind: 400,
      speech: expect.stringContaining("clock"),
    });
  });

  it("cannot be sent as a request afterwards, nor a request as a self-test", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const [tested, sent] = [requestOf(world, phone, "x"), requestOf(world, phone, "x")];
    await testSiriRequest(world, tested);
    await expect(admitSiriRequest(world, tested)).rejects.toMatchObject({ code: "ReplayedRequest" });
    await admitSiriRequest(world, sent);
    await expect(testSiriRequest(world, sent)).rejects.toMatchObject({ code: "ReplayedRequest" });
  });

  it("with a signature that does not match uses up no nonce of the phone", async () => {
    const world = memoryWorld();
    const request = requestOf(world, await pair(world), "x");
    await testSiriRequest(world, { ...request, signature: "0".repeat(64) });
    await admitSiriRequest(world, request);
  });

  it("needs the id of a valid key", async () => {
    const world = memoryWorld();
    const request = requestOf(world, { ...(await pair(world)), key_id: "sk_00000000" }, "x");
    await expect(testSiriRequest(world, request)).rejects.toMatchObject({
      code: "Unauthenticated",
      field: "X-Gantry-Key",
    });
  });

  it("is limited for each key and each network, and leaves the limit of requests untouched", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const wrong = () => ({ ...requestOf(world, phone, "x"), signature: "0".repeat(64) });
    for (let n = 0; n < 10; n++) await testSiriRequest(world, wrong());
    await expect(testSiriRequest(world, wrong())).rejects.toMatchObject({ code: "TooManyRequests" });
    const { limits } = await admitSiriRequest(world, requestOf(world, phone, "x"));
    expect(limits[0]).toMatchObject({ policy: "siri-key", remaining: 19 });
    const unknown = { ...wrong(), key_id: "sk_00000000" };
    for (let n = 11; n < 30; n++)
      await expect(testSiriRequest(world, unknown)).rejects.toMatchObject({ code: "Unauthenticated" });
    await expect(testSiriRequest(world, unknown)).rejects.toMatchObject({ code: "TooManyRequests" });
  });
});
