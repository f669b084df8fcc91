import { beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { inputOf } from "#test/core/factory/change/released.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const message = "plant watering tracker with photos and a calendar";

async function planned() {
  const ask = client(
    memoryWorld({ models: { consultant: (request: ModelRequest) => brain(inputOf(request)) } }),
  );
  const { json } = await ask("POST", "/gantry/consult", { body: { message } });
  const { conversation_id, plan } = json;
  const flip = (id: unknown, included: unknown = false, others: object = {}) =>
    ask("POST", "/gantry/consult", {
      body: { conversation_id, plan_hash: plan.hash, features: [{ id, included }], ...others },
    });
  return { ask, json, flip };
}

describe("the features of a plan", () => {
  it("are switched by a turn of the consultation, which shows the plan without them", async () => {
    const { ask, json, flip } = await planned();
    const { status, json: without } = await flip("calendar");
    expect(status).toBe(200);
    expect(without).toMatchObject({ status: "NEEDS_CONFIRMATION", conversation_id: json.conversation_id });
    expect(without.features).toContainEqual({
      id: "calendar",
      title: "Calendar",
      included: false,
      switched_off: true,
    });
    const stale = { conversation_id: json.conversation_id, confirm: json.plan.hash };
    const refused = await ask("POST", "/gantry/consult", { body: stale });
    expect([refused.status, refused.json.code]).toEqual([409, "StalePlan"]);
    const back = await flip("calendar", true, { plan_hash: without.plan.hash });
    expect(back.json.plan).toEqual(json.plan);
  });

  it("name those that cannot be left out, until the plan is confirmed", async () => {
    const { ask, json } = await planned();
    const reasons = json.fixed_features.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toEqual(["kind", "every_app"]);
    const { conversation_id, plan } = json;
    const body = { conversation_id, confirm: plan.hash };
    expect((await ask("POST", "/gantry/consult", { body })).json.fixed_features).toEqual([]);
  });

  it.each([
    [{ id: "calendar", included: "no" }, "features.0.included"],
    [{ id: "", included: false }, "features.0.id"],
    [{ id: "calendar", included: null }, "features.0.included"],
    [{ id: "nothing", included: false }, "features.0.id"],
  ])("are not switched by %j", async ({ id, included }, field) => {
    const { flip } = await planned();
    const refused = await flip(id, included);
    expect(refused).toMatchObject({ status: 400, json: { code: "InvalidInput", field } });
  });

  it("are not switched beside a confirmation", async () => {
    const { json, flip } = await planned();
    const refused = await flip("calendar", false, { confirm: json.plan.hash });
    expect(refused).toMatchObject({ status: 400, json: { code: "InvalidInput", field: "features" } });
  });
});
