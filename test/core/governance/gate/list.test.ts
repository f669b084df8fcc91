import { describe, expect, it } from "@jest/globals";
import { ask } from "#core/governance/gate/ask.ts";
import { decide } from "#core/governance/gate/decide.ts";
import { listGates } from "#core/governance/gate/list.ts";
import { personOf } from "#test/support/callers.ts";
import { gateRequest, TECH_LEAD } from "#test/support/gates.ts";
import { decisionOn, TOPIC, topicWorld } from "./topic-world.ts";

const ADA = personOf({ principal: "ada", membership: "member" });

/** A closed gate of the tech leads, and an open one of everybody who is a member. */
async function twoGates() {
  const world = await topicWorld();
  await decide(world, TECH_LEAD, await decisionOn(world, { type: "REJECT" }));
  world.clock.advance(1000);
  await ask(world, TOPIC, gateRequest({ key: "second", approvers: ["member"], escalate: null }));
  const list = async (caller: typeof ADA, state: "open" | "closed", mine: boolean) => {
    const { entries } = await listGates(world, caller, { state, mine, limit: 10 });
    return entries.map(({ gate_id }) => gate_id);
  };
  return { world, list };
}

describe("the list of gates", () => {
  it("has the open ones or the closed ones of the tenant", async () => {
    const { list } = await twoGates();
    expect(await list(ADA, "open", false)).toEqual(["topic.f_1.2"]);
    expect(await list(ADA, "closed", false)).toEqual(["topic.f_1.1"]);
    expect(await list({ ...ADA, tenant: "tn_2" }, "open", false)).toEqual([]);
  });

  it("has only those that the caller may decide on where that is asked for", async () => {
    const { list } = await twoGates();
    expect(await list(ADA, "open", true)).toEqual(["topic.f_1.2"]);
    expect(await list(ADA, "closed", true)).toEqual([]);
    expect(await list(TECH_LEAD, "closed", true)).toEqual(["topic.f_1.1"]);
  });

  it("does not continue with a cursor of another list", async () => {
    const { world } = await twoGates();
    await ask(world, TOPIC, gateRequest({ key: "third" })).catch(() => undefined);
    const page = { state: "open", limit: 1 } as const;
    await decide(
      world,
      { ...TECH_LEAD, membership: "member" },
      {
        ...(await decisionOn(world)),
        gate_id: "topic.f_1.2",
        type: "REJECT",
      },
    );
    const closed = await listGates(world, ADA, { state: "closed", mine: false, limit: 1 });
    const cursor = closed.next_cursor as string;
    const refused = { code: "InvalidInput", field: "cursor" };
    expect(await listGates(world, ADA, { state: "closed", mine: false, limit: 1, cursor })).toMatchObject({
      entries: [{ gate_id: "topic.f_1.1" }],
    });
    await expect(listGates(world, ADA, { ...page, mine: false, cursor })).rejects.toMatchObject(refused);
    const mine = listGates(world, ADA, { state: "closed", mine: true, limit: 1, cursor });
    await expect(mine).rejects.toMatchObject(refused);
  });
});
