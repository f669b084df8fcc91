import { describe, expect, it } from "@jest/globals";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { missions } from "#core/factory/mission/missions.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { decide } from "#core/governance/gate/decide.ts";
import type { DecisionInput } from "#core/governance/gate/judge.ts";
import { endingDrafts } from "#core/governance/gate/plan.ts";
import { resume } from "#core/governance/gate/resume.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { getJsonArtifact } from "#core/kernel/artifacts.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import { personOf } from "#test/support/callers.ts";
import { gateRequest, POLICY_REF, TECH_LEAD } from "#test/support/gates.ts";
import {
  contents,
  decisionOn,
  GATE,
  gateOf,
  gateWorld,
  missionOf,
  REF,
  signalsOf,
  waitingWorld,
} from "./world.ts";

const AT = { tenant: "tn_1", gate: GATE };
const OWNER = personOf({ principal: "owner" });
const REQUEST = gateRequest();

describe("opening a gate", () => {
  it("records exactly what is shown, and makes the execution wait", async () => {
    const world = await gateWorld();
    const opened = world.clock.now();
    expect(await ask(world, REF, REQUEST)).toEqual({ gate: GATE, until_ms: opened + 1_800_000 });
    const { snapshot, ...terms } = REQUEST;
    expect(await gateOf(world)).toMatchObject({
      ...terms,
      gate_id: GATE,
      state: "open",
      epoch: 1,
      decision: null,
      snapshot_sha256: canonicalHash(snapshot),
    });
    expect(await getJsonArtifact(world.artifacts, "tn_1", canonicalHash(snapshot))).toEqual(snapshot);
    expect(await missionOf(world)).toMatchObject({
      state: "WAITING_FOR_HUMAN",
      gate: { gate_id: GATE },
      gates: ["approve"],
    });
    expect((await signalsOf(world)).slice(-2).map(({ type }) => type)).toEqual([
      "gantry.gate.opened",
      "gantry.execution.transitioned",
    ]);
  });

  it("again with the same request returns the same gate, open or closed, and changes nothing", async () => {
    const world = await waitingWorld();
    const before = contents(world);
    expect(await ask(world, REF, REQUEST)).toMatchObject({ gate: GATE });
    expect(contents(world)).toBe(before);
    await decide(world, TECH_LEAD, await decisionOn(world));
    await resume(world, AT);
    const closed = Date.parse((await gateOf(world)).closed_at as string);
    expect(await ask(world, REF, REQUEST)).toEqual({ gate: GATE, until_ms: closed });
    expect((await missionOf(world)).state).toBe("RUNNING");
  });

  it("waits until another open gate was decided", async () => {
    const world = await waitingWorld();
    const next = gateRequest({ key: "second" });
    await expect(ask(world, REF, next)).rejects.toMatchObject({
      code: "Conflict",
      detail: { gate_id: GATE },
    });
    await decide(world, TECH_LEAD, await decisionOn(world));
    await resume(world, AT);
    expect(await ask(world, REF, next)).toMatchObject({ gate: "execution.m_1.2" });
  });

  it.each([
    ["key", { key: "" }],
    ["approvers", { approvers: [] }],
    ["expires_seconds", { expires_seconds: 31_536_001 }],
    ["", { escalate: { after_seconds: 3600, approvers: ["owner"] } }],
    ["policy.sha256", { policy: { ...POLICY_REF, sha256: "x" } }],
  ])("is refused for a request with an invalid field: %s", async (field, change) => {
    const world = await gateWorld();
    const before = contents(world);
    await expect(ask(world, REF, gateRequest(change))).rejects.toMatchObject({ code: "InvalidInput", field });
    expect(contents(world)).toBe(before);
  });

  it("is refused for an execution that was cancelled or does not exist", async () => {
    const world = await gateWorld();
    await cancelMission(world, OWNER, "m_1");
    await expect(ask(world, REF, REQUEST)).rejects.toMatchObject({ code: "Cancelled" });
    await expect(ask(world, { ...REF, id: "m_2" }, REQUEST)).rejects.toMatchObject({ code: "NotFound" });
  });
});

describe("a decision", () => {
  it("records who decided, in which role, how they authenticated, on what and under which policy", async () => {
    const world = await waitingWorld();
    const decision = await decide(world, TECH_LEAD, await decisionOn(world));
    expect(decision).toEqual({
      decision_id: expect.stringMatching(/^dec_/),
      gate_id: GATE,
      gate: "deploy.production",
      execution_id: "m_1",
      type: "APPROVE",
      actor: "lead",
      actor_kind: "human",
      role: "tech_lead",
      roles_revision: canonicalHash({ membership: "member", roles: ["tech_lead"], teams: [] }),
      auth_time: TECH_LEAD.auth_time,
      amr: ["pwd"],
      justification: "Checked.",
      snapshot_sha256: canonicalHash(REQUEST.snapshot),
      policy: POLICY_REF,
      epoch: 1,
    });
    const [recorded, transition] = (await signalsOf(world)).slice(-2);
    expect(recorded).toMatchObject({
      type: "gantry.decision.recorded",
      data: decision,
      actorkind: "human",
      authid: "lead",
      authtype: "app_user",
    });
    expect(transition?.data).toEqual({ from: "WAITING_FOR_HUMAN", to: "APPROVED", outcome: null });
    expect(await gateOf(world)).toMatchObject({ state: "resolved", decision });
  });

  it.each([
    ["APPROVE", "APPROVED", "RUNNING"],
    ["OVERRIDE", "OVERRIDDEN", "RUNNING"],
    ["REJECT", "REJECTED", "REJECTED"],
  ] as const)("to %s makes the execution %s and resumes it as %s", async (type, decided, resumed) => {
    const world = await waitingWorld();
    const context_delta =
      type === "OVERRIDE" ? [{ op: "replace" as const, path: "/replicas", value: 1 }] : undefined;
    const { decision_id } = await decide(world, TECH_LEAD, await decisionOn(world, { type, context_delta }));
    expect((await missionOf(world)).state).toBe(decided);
    const result = await resume(world, AT);
    expect(result).toMatchObject({ verdict: decided, decision_id, by: "person" });
    expect((await missionOf(world)).state).toBe(resumed);
    const before = contents(world);
    expect(await resume(world, AT)).toEqual(result);
    expect(contents(world)).toBe(before);
    if (type !== "OVERRIDE") expect(result.context_sha256).toBeNull();
    else
      expect(await getJsonArtifact(world.artifacts, "tn_1", result.context_sha256 as string)).toEqual({
        app: "task-manager",
        replicas: 1,
      });
  });

  const delta = [{ op: "remove" as const, path: "/nothing" }];
  it.each<[string, Partial<DecisionInput>, ErrorCode, string | undefined]>([
    ["at another epoch", { epoch: 2 }, "StaleGate", "epoch"],
    ["on another snapshot", { snapshot_sha256: "0".repeat(64) }, "StaleGate", "snapshot_sha256"],
    ["without a reason", { justification: " \n" }, "InvalidInput", "justification"],
    ["to override without a change", { type: "OVERRIDE" }, "InvalidInput", "context_delta"],
    ["to approve with a change", { context_delta: delta }, "InvalidInput", "context_delta"],
    [
      "with a change that cannot be applied",
      { type: "OVERRIDE", context_delta: delta },
      "InvalidInput",
      "context_delta.0.path",
    ],
    ["on a gate that is not there", { gate_id: "execution.m_1.2" }, "NotFound", "gate_id"],
    ["on an invalid gate id", { gate_id: "../x" }, "NotFound", "gate_id"],
  ])("%s is refused and changes nothing", async (_, change, code, field) => {
    const world = await waitingWorld();
    const input = await decisionOn(world, change);
    const before = contents(world);
    await expect(decide(world, TECH_LEAD, input)).rejects.toMatchObject({ code, field });
    expect(contents(world)).toBe(before);
  });

  it.each([
    ["who has no role of the gate", personOf({ membership: "admin" })],
    ["who has lost the role", { ...TECH_LEAD, roles: [] }],
    ["of another tenant", { ...TECH_LEAD, tenant: "tn_10" }],
    ["through a device where none is allowed", { ...TECH_LEAD, device: "dev_1", amr: ["device"] }],
  ])("by a person %s is refused and changes nothing", async (_, caller) => {
    const world = await waitingWorld();
    const before = contents(world);
    const refused = decide(world, caller, await decisionOn(world));
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^(Forbidden|NotFound)$/) });
    expect(contents(world)).toBe(before);
  });

  it("by membership requires that membership, not an authority role of the same name", async () => {
    const world = await waitingWorld({ approvers: ["owner"], escalate: null });
    const labelled = personOf({ principal: "eve", membership: "member", roles: ["owner"] });
    await expect(decide(world, labelled, await decisionOn(world))).rejects.toMatchObject({
      code: "Forbidden",
    });
    expect(await decide(world, OWNER, await decisionOn(world))).toMatchObject({ role: "owner" });
  });

  it("through a device records the device where the gate allows it", async () => {
    const world = await waitingWorld({ devices: "allowed" });
    const caller = { ...TECH_LEAD, device: "dev_1", amr: ["device"] };
    expect(await decide(world, caller, await decisionOn(world))).toMatchObject({
      device: "dev_1",
      amr: ["device"],
    });
  });

  it("cannot override where the gate does not allow it", async () => {
    const world = await waitingWorld({ overridable: false });
    const input = await decisionOn(world, {
      type: "OVERRIDE",
      context_delta: [{ op: "remove", path: "/replicas" }],
    });
    await expect(decide(world, TECH_LEAD, input)).rejects.toMatchObject({
      code: "InvalidInput",
      field: "type",
    });
  });

  it("that comes second receives the decision that counts", async () => {
    const world = await waitingWorld();
    const input = await decisionOn(world);
    const { decision_id } = await decide(world, TECH_LEAD, input);
    await expect(decide(world, TECH_LEAD, { ...input, type: "REJECT" })).rejects.toMatchObject({
      code: "AlreadyDecided",
      message: expect.stringContaining(decision_id),
      detail: { gate_id: GATE, decision_id, decision: { type: "APPROVE", actor: "lead" } },
    });
  });
});

describe("the timer of a gate", () => {
  it("escalates half an hour after the opening, and not a millisecond before", async () => {
    const world = await waitingWorld();
    const opened = world.clock.now();
    world.clock.advance(1_799_999);
    expect(await tick(world, AT)).toEqual({ until_ms: opened + 1_800_000 });
    await expect(decide(world, OWNER, await decisionOn(world))).rejects.toMatchObject({ code: "Forbidden" });
    expect((await gateOf(world)).epoch).toBe(1);
    world.clock.advance(1);
    expect(await tick(world, AT)).toEqual({ until_ms: opened + 3_600_000 });
    expect(await gateOf(world)).toMatchObject({ state: "open", epoch: 2, approvers: ["tech_lead", "owner"] });
    await expect(decide(world, OWNER, await decisionOn(world, { epoch: 1 }))).rejects.toMatchObject({
      code: "StaleGate",
      detail: { epoch: 2 },
    });
    expect(await decide(world, OWNER, await decisionOn(world))).toMatchObject({ epoch: 2, role: "owner" });
  });

  it("rejects an hour after the opening, and not a millisecond before, in the system's name", async () => {
    const world = await waitingWorld();
    world.clock.advance(1_800_000);
    await tick(world, AT);
    world.clock.advance(1_799_999);
    await tick(world, AT);
    expect((await gateOf(world)).state).toBe("open");
    world.clock.advance(1);
    expect(await tick(world, AT)).toEqual({ until_ms: world.clock.now() });
    expect(await gateOf(world)).toMatchObject({
      state: "expired",
      decision: { type: "REJECT", actor: "factory", actor_kind: "system", epoch: 2 },
    });
    expect((await missionOf(world)).state).toBe("REJECTED");
    expect(await resume(world, AT)).toMatchObject({ verdict: "REJECTED", by: "system" });
    const before = contents(world);
    await tick(world, AT);
    expect(contents(world)).toBe(before);
  });

  it("applies even before it has run: a decision after the time limit is too late", async () => {
    const world = await waitingWorld();
    const input = await decisionOn(world);
    world.clock.advance(3_600_000);
    await expect(decide(world, TECH_LEAD, input)).rejects.toMatchObject({
      code: "AlreadyDecided",
      detail: { decision: { type: "REJECT", actor: "factory" } },
    });
  });
});

describe("a state machine at a gate", () => {
  it("resumes at once when the gate is closed, and otherwise waits", async () => {
    const world = await waitingWorld();
    await awaitDecision(world, { ...AT, token: "early" });
    expect(world.workflows.answers.size).toBe(0);
    await decide(world, TECH_LEAD, await decisionOn(world));
    await awaitDecision(world, { ...AT, token: "late" });
    expect([...world.workflows.answers.values()]).toEqual([{ token: "late", output: {} }]);
  });

  it("cannot resume while the gate is open", async () => {
    const world = await waitingWorld();
    await expect(resume(world, AT)).rejects.toMatchObject({ code: "IllegalTransition" });
  });
});

describe("ending an execution while its gate is open", () => {
  it("by a cancellation records that person's rejection, whether or not they may approve", async () => {
    const world = await waitingWorld();
    await awaitDecision(world, { ...AT, token: "token" });
    const caller = personOf({ principal: "ada", membership: "member" });
    await cancelMission(world, caller, "m_1");
    expect(await missionOf(world)).toMatchObject({
      state: "REJECTED",
      cancel_requested_at: expect.any(String),
    });
    expect((await gateOf(world)).decision).toMatchObject({ type: "REJECT", actor: "ada", role: "member" });
    expect(world.workflows.answers.get("token")).toMatchObject({ error: "Cancelled" });
    await expect(resume(world, AT)).rejects.toMatchObject({ code: "Cancelled" });
  });

  it("for another reason records the system's rejection, with the outcome as its justification", async () => {
    const world = await waitingWorld();
    const { state } = await world.ledger.append(missions, REF, (mission) => ({
      drafts: endingDrafts(mission as never, "timed_out"),
    }));
    expect(state).toMatchObject({ state: "TERMINATED", outcome: "timed_out", gate: null });
    expect(await gateOf(world)).toMatchObject({
      state: "resolved",
      decision: { type: "REJECT", actor_kind: "system", justification: expect.stringContaining("timed_out") },
    });
  });
});
