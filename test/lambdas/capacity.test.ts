import { beforeAll, expect, it } from "@jest/globals";
import { missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { machineOf } from "#test/support/callers.ts";
import { STRANGER } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

it("returns the queue and the budget of the caller's tenant", async () => {
  const world = await missionWorld();
  await runUntil(world, "prepare");
  const ask = client(world);
  const { json } = await ask("GET", "/gantry/queue");
  expect(json.running).toMatchObject([{ mission_id: "m_1", status: "QUEUED" }]);
  expect(json.waiting).toEqual([]);
  expect((await ask("GET", "/gantry/queue", { caller: STRANGER })).json.running).toEqual([]);
  const budget = await ask("GET", "/gantry/budget");
  expect(budget.json).toMatchObject({
    spent_usd: 0,
    reserved_usd: 0,
    limit_usd: world.policy.models.monthly_usd,
  });
});

it.each(["/gantry/queue", "/gantry/budget"])("refuses %s without the scope", async (path) => {
  const caller = machineOf({ scopes: ["consultations:read"] });
  expect((await client(await missionWorld())("GET", path, { caller })).status).toBe(403);
});
