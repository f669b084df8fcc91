import { describe, expect, it } from "@jest/globals";
import type { MissionPackInput } from "#core/factory/evidence/mission-pack.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import {
  begunByPolicy,
  confirmationDrafts,
  conversationOf,
  MISSION,
  makeKey,
  packInput,
  rechain,
} from "#test/support/evidence.ts";
import { verdictOn } from "#test/support/verdict.ts";

const key = makeKey();

const verdictOf = (input: MissionPackInput) => verdictOn(key, input);

const said = (data: object) => (verdict: SignalDraft) => [{ ...verdict, data: { ...verdict.data, ...data } }];
const [, approval] = confirmationDrafts("conversation", conversationOf(MISSION), MISSION);
const began = (change: object): MissionPackInput => {
  const { events, ...input } = begunByPolicy();
  return { ...input, events: rechain(events.map((event, i) => (i === 0 ? { ...event, ...change } : event))) };
};

describe("a mission that a machine started", () => {
  it("is VALID by the verdict of its pinned policy", async () => {
    expect(await verdictOf(begunByPolicy())).toEqual(["VALID"]);
  });

  it.each<[string, MissionPackInput]>([
    ["neither a decision nor a verdict", begunByPolicy(() => [])],
    ["two verdicts", begunByPolicy((verdict) => [verdict, verdict])],
    ["a verdict on another mission", begunByPolicy(said({ execution_id: "m_other" }))],
    ["a verdict on another plan", begunByPolicy(said({ snapshot_sha256: "0".repeat(64) }))],
    ["a verdict on another gate", begunByPolicy(said({ gate: "deploy.confirm" }))],
    [
      "a verdict under another policy",
      begunByPolicy(said({ policy: { id: "factory", version: "1", sha256: "0".repeat(64) } })),
    ],
    ["a verdict for another machine", begunByPolicy(said({ requester: "other" }))],
    ["a verdict for a machine of another kind", begunByPolicy(said({ requester_kind: "agent" }))],
    ["a verdict for a person", begunByPolicy(said({ requester_kind: "human" }))],
    [
      "a verdict that the machine wrote itself",
      begunByPolicy((verdict) => [{ ...verdict, actor: { kind: "integration", id: "ci" } }]),
    ],
    [
      "a policy that asks for a person",
      begunByPolicy(undefined, { gates: { "build.confirm": "require_human" } }),
    ],
    ["a policy that says nothing of it", begunByPolicy(undefined, { gates: {} })],
    ["a verdict, but begun by another service", began({ authid: "other" })],
    ["a verdict, but begun by a person", began({ actorkind: "human" })],
    [
      "a decision that the machine made in a person's name",
      begunByPolicy(() => [{ ...approval, actor: { kind: "integration", id: "owner" } }]),
    ],
    [
      "a decision that the machine made in its own name",
      begunByPolicy(() => [
        { ...approval, data: { ...approval.data, actor: "ci" }, actor: { kind: "integration", id: "ci" } },
      ]),
    ],
    [
      "a decision by a kind of actor that cannot decide",
      begunByPolicy(() => [
        {
          ...approval,
          data: { ...approval.data, actor: "ci", actor_kind: "integration" },
          actor: { kind: "integration", id: "ci" },
        },
      ]),
    ],
  ])("is INVALID with %s", async (_, input) => {
    expect(await verdictOf(input)).toEqual(["INVALID", "DECISION_WRONG"]);
  });

  it("is INVALID with a policy file other than the pinned one", async () => {
    const allowing = begunByPolicy();
    const forbidding = begunByPolicy(undefined, { gates: { "build.confirm": "require_human" } });
    const records = { ...forbidding.records, "policy.json": allowing.records["policy.json"] as Uint8Array };
    expect(await verdictOf({ ...forbidding, records })).toEqual(["INVALID", "RECORD_WRONG"]);
  });
});

describe("a mission that a person confirmed", () => {
  it("is INVALID when a machine started it", async () => {
    const { events, ...input } = packInput();
    const machine = { actorkind: "integration", authtype: "api_key" } as const;
    const changed = rechain(events.map((event, i) => (i === 0 ? { ...event, ...machine } : event)));
    expect(await verdictOf({ ...input, events: changed })).toEqual(["INVALID", "DECISION_WRONG"]);
  });
});
