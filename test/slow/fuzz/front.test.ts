import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Cloud } from "#local/cloud.ts";
import { readConfig } from "#local/config.ts";
import { freePort } from "#test/support/free-port.ts";
import { fc, runs } from "#test/support/property.ts";
import { fuzzRequests, sendRaw } from "#test/support/request-fuzz.ts";

const REQUESTS = runs(4000);
const KNOWN = Reflect.ownKeys(Object.prototype);
const PASSWORD = "correct-horse-battery";

const home = mkdtempSync(join(tmpdir(), "gantry-fuzz-"));
const environment = { ...process.env };
const faults: string[] = [];
let cloud: Cloud;
let port: number;
let token: string;

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = "ERROR";
  const { startCloud } = await import("#local/cloud.ts"); // Its functions read the level when they are loaded.
  port = await freePort();
  const config = readConfig({ PORT: String(port), GANTRY_HOME: home, GANTRY_PASSWORD: PASSWORD });
  cloud = await startCloud(
    config,
    (_, message, fields) => void faults.push(JSON.stringify({ message, ...fields })),
  );
  const answer = await fetch(`${cloud.origin}/gantry/auth`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ password: PASSWORD }),
  });
  ({ token } = (await answer.json()) as { token: string });
});

afterAll(async () => {
  await cloud?.close();
  process.env = environment;
  rmSync(home, { recursive: true, force: true });
});

it(`the port replies to ${REQUESTS} random requests without a fault, and every object stays unchanged`, async () => {
  await fc.assert(
    fc.asyncProperty(fuzzRequests, fc.boolean(), async (request, authenticated) => {
      // A log-out would end the session that the others need.
      const session = authenticated && !request.target.includes("logout");
      const status = await sendRaw(port, request, session ? [["Authorization", `Bearer ${token}`]] : []);
      const fault = status === 0 || (status >= 500 && status !== 501); // 501: what the small cloud does not have.
      expect({ status, fault, faults: faults.splice(0), added: addedToObjects() }).toEqual({
        status,
        fault: false,
        faults: [],
        added: [],
      });
    }),
    { numRuns: REQUESTS, endOnFailure: false },
  );
  expect((await fetch(`${cloud.origin}/health`)).status).toBe(200);
});

/** What a request added to all objects; taken away again, so that a smaller request is looked at by itself. */
function addedToObjects(): PropertyKey[] {
  const added = Reflect.ownKeys(Object.prototype).filter((key) => !KNOWN.includes(key));
  for (const key of added) Reflect.deleteProperty(Object.prototype, key);
  return added;
}
