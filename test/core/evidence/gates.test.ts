import { describe, expect, it } from "@jest/globals";
import type { Reason } from "#core/evidence/verdict.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import {
  decisionDrafts,
  endingDrafts,
  escalationDrafts,
  openingDrafts,
  resumingDrafts,
} from "#core/governance/gate/plan.ts";
import type { GateSignal } from "#core/governance/gate/signals.ts";
import { NO_GATES } from "#core/governance/gate/subject.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import {
  chain,
  MISSION,
  makeKey,
  missionDrafts,
  packInput,
  rechain,
  TENANT,
} from "#test/support/evidence.ts";
import { decisionBy, gateTermsOf } from "#test/support/gates.ts";
import { verdictOn } from "#test/support/verdict.ts";

/** Packs of missions that waited at a gate. */

const key = makeKey();
const [created, running, ...work] = missionDrafts(MISSION) as [SignalDraft, SignalDraft, ...SignalDraft[]];
const policy = (created.data as { policy: Gate["policy"] }).policy;
const subject = { tenant: TENANT, id: MISSION, ...NO_GATES };

/** The gate of a running mission, as its first signal says. */
const opening = openingDrafts(
  "execution",
  { ...subject, state: "RUNNING" },
  gateTermsOf({ policy, escalate: null }),
);
const gate = follow(null, opening[0], 2);
const waiting = { ...subject, gate, gates: [gate.key], state: "WAITING_FOR_HUMAN" as const };
const decided = (type: DecisionType) => decisionDrafts(waiting, decisionBy(gate, type, MISSION));
const resumed = (state: "APPROVED" | "OVERRIDDEN") => resumingDrafts({ ...waiting, state });

const RESUMED = { APPROVE: resumed("APPROVED"), OVERRIDE: resumed("OVERRIDDEN"), REJECT: [] } as const;

/** The log of a mission that waited, with these drafts between its start and the rest. */
const waitedLog = (drafts: readonly SignalDraft[], rest: readonly SignalDraft[] = work): Signal[] =>
  chain({ tenant: TENANT, kind: "execution", id: MISSION }, [
    created,
    running,
    ...opening,
    ...drafts,
    ...rest,
  ]);

const through = (type: DecisionType) => waitedLog([...decided(type), ...RESUMED[type]]);

const verdictOf = (
  events: readonly Signal[],
  change: Partial<ReturnType<typeof packInput>["predicate"]> = {},
  records = packInput().records,
) => {
  const input = packInput();
  return verdictOn(key, { ...input, events, predicate: { ...input.predicate, ...change }, records });
};

describe("the evidence of a mission that waited at a gate", () => {
  it.each(["APPROVE", "OVERRIDE"] as const)("is VALID after %s", async (type) => {
    expect(await verdictOf(through(type))).toEqual(["VALID"]);
  });

  it("is VALID after an escalation only by a decision of the new epoch", async () => {
    const open = openingDrafts(
      "execution",
      { ...subject, state: "RUNNING" },
      gateTermsOf({ policy, escalate: { after_seconds: 1, approvers: ["owner"] } }),
    );
    const first = follow(null, open[0], 2);
    const [escalation] = escalationDrafts(first, ["tech_lead", "owner"]) as [SignalDraft];
    const second = follow(first, escalation, 4);
    const log = (by: Gate) =>
      chain({ tenant: TENANT, kind: "execution", id: MISSION }, [
        ...[created, running, ...open, escalation],
        ...decisionDrafts({ ...waiting, gate: second }, decisionBy(by, "APPROVE", MISSION)),
        ...[...RESUMED.APPROVE, ...work],
      ]);
    expect(await verdictOf(log(second))).toEqual(["VALID"]);
    expect(await verdictOf(log(first))).toEqual(["INVALID", "DECISION_WRONG"]);
  });

  it.each<[string, Signal[], Reason]>([
    [
      "leaves the gate without a decision",
      without(through("APPROVE"), "gantry.decision.recorded"),
      "TRANSITION_ILLEGAL",
    ],
    ["waits at no gate", without(waitedLog([]), "gantry.gate.opened"), "TRANSITION_ILLEGAL"],
    [
      "decides on a gate that was not opened",
      without(through("APPROVE"), "gantry.gate.opened"),
      "DECISION_WRONG",
    ],
    [
      "decides twice",
      waitedLog([...decided("APPROVE").slice(0, 1), ...decided("APPROVE"), ...RESUMED.APPROVE]),
      "DECISION_WRONG",
    ],
    [
      "goes on after a REJECT",
      waitedLog([...decided("REJECT").slice(0, 1), ...decided("APPROVE").slice(1), ...RESUMED.APPROVE]),
      "TRANSITION_ILLEGAL",
    ],
    ["decides at another epoch", decidedAs({ epoch: 2 }), "DECISION_WRONG"],
    ["decides on another snapshot", decidedAs({ snapshot_sha256: "0".repeat(64) }), "DECISION_WRONG"],
    ["decides in a role that may not", decidedAs({ role: "member" }), "DECISION_WRONG"],
    ["decides in another's name", decidedAs({ actor: "other" }), "DECISION_WRONG"],
    [
      "lets the system approve",
      decidedAs({ actor: "factory", actor_kind: "system" }, { kind: "system", id: "factory" }),
      "DECISION_WRONG",
    ],
    ["lets an agent decide", decidedAs({}, { kind: "agent", id: "lead" }), "DECISION_WRONG"],
    ["has a decision without its words", decidedAs({ justification: undefined }), "DECISION_WRONG"],
    [
      "opens the same gate twice",
      waitedLog([...decided("APPROVE"), ...RESUMED.APPROVE, ...opening]),
      "DECISION_WRONG",
    ],
  ])("is INVALID where its log %s", async (_, events, reason) => {
    expect(await verdictOf(events)).toEqual(["INVALID", reason]);
  });

  it("is VALID when it ended while the gate was open, by the system's rejection", async () => {
    const ending = endingDrafts(waiting, "timed_out");
    const log = waitedLog([], ending);
    const ended = { outcome: "timed_out", phase: "TIMED_OUT", source: null, output_sha256: null } as const;
    const records = Object.fromEntries(
      Object.entries(packInput().records).filter(([name]) => ["plan.json", "policy.json"].includes(name)),
    );
    expect(await verdictOf(log, ended, records)).toEqual(["VALID"]);
    expect(await verdictOf(without(log, "gantry.decision.recorded"), ended, records)).toEqual([
      "INVALID",
      "TRANSITION_ILLEGAL",
    ]);
  });
});

/** The gate after the signal that a draft becomes in this second. */
function follow(gate: Gate | null, draft: SignalDraft | undefined, second: number): Gate {
  const time = new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
  return nextGate(gate, { ...draft, time } as unknown as GateSignal);
}

function without(events: readonly Signal[], type: string): Signal[] {
  return rechain(events.filter((event) => event.type !== type));
}

/** A log whose APPROVE says something else, or is of another actor. */
function decidedAs(change: object, actor?: SignalDraft["actor"]): Signal[] {
  const [decision, ...rest] = decided("APPROVE") as [SignalDraft, ...SignalDraft[]];
  const data = JSON.parse(JSON.stringify({ ...decision.data, ...change }));
  return waitedLog([{ ...decision, data, actor: actor ?? decision.actor }, ...rest, ...RESUMED.APPROVE]);
}
