import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";

let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});
afterAll(() => gantry?.stop());

describe("a session", () => {
  it("is valid from the moment at which a restarted service takes requests", async () => {
    await gantry.crash();
    let started = false;
    const starting = gantry.start().finally(() => {
      started = true;
    });
    const statuses: number[] = [];
    while (!started) {
      // Until the port is open there is no reply at all.
      const reply = await client.get("/gantry/missions").catch(() => undefined);
      if (reply) statuses.push(reply.status);
      else await sleep(2);
    }
    await starting;
    expect(statuses.length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
