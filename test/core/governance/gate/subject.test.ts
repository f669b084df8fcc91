import { describe, expect, it } from "@jest/globals";
import type { GateSignal } from "#core/governance/gate/signals.ts";
import {
  type GateSubject,
  gateId,
  gateItems,
  NO_GATES,
  openGate,
  reduceGates,
  subjectOf,
} from "#core/governance/gate/subject.ts";
import { AGGREGATE_KINDS } from "#core/kernel/keys.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";
import { gateTermsOf } from "#test/support/gates.ts";
import { at, ID } from "./opened-gate.ts";

const SUBJECT: GateSubject = { tenant: "tn_1", id: "m_1", ...NO_GATES };
const signal = ({ type, data }: Pick<GateSignal, "type" | "data">, seconds = 0) =>
  ({ type, data, time: at(seconds), source: "/t/tn_1/execution/m_1", semantics: 1 }) as unknown as AnySignal;
const opened = (n = 1, key = "approve") =>
  signal({ type: "gantry.gate.opened", data: { gate_id: `execution.m_1.${n}`, ...gateTermsOf({ key }) } });
const voided = (n = 1) =>
  signal({ type: "gantry.gate.voided", data: { gate_id: `execution.m_1.${n}`, reason: "" } }, 5);
const WAITING = reduceGates(SUBJECT, opened());

describe("the id of a gate", () => {
  it("names its subject and its number, and is read back as that", () => {
    for (const kind of AGGREGATE_KINDS) {
      const id = gateId({ kind, id: "a.b-c_1" }, 12);
      expect(id).toBe(`${kind}.a.b-c_1.12`);
      expect(subjectOf("tn_1", id)).toEqual({ tenant: "tn_1", kind, id: "a.b-c_1" });
    }
  });

  it("has 64 characters at most", () => {
    const longest = "x".repeat(64 - "topic..1".length);
    expect(gateId({ kind: "topic", id: longest }, 1)).toHaveLength(64);
    expect(() => gateId({ kind: "topic", id: `${longest}x` }, 1)).toThrow(
      new RangeError(`'topic.${longest}x.1' is too long for a gate's id`),
    );
    expect(() => gateId({ kind: "topic", id: "x".repeat(100) }, 1)).toThrow(
      new RangeError(`'topic.${"x".repeat(74)}' is too long for a gate's id`),
    );
  });

  it.each([
    "",
    "execution.m_1",
    "execution..1",
    "execution.m_1.0",
    "execution.m_1.01",
    "execution.m_1.x",
    "execution.m_1.1x",
    "execution.m_1.1 ",
    "execution.m_1.1234567890",
    "9execution.m_1.1",
    " execution.m_1.1",
    "execution.M_1.1",
    "execution._m.1",
    "execution.m/1.1",
    "other.m_1.1",
    "X.m_1.1",
    `execution.${"m".repeat(60)}.1`,
  ])("is never %j", (gate) => {
    expect(subjectOf("tn_1", gate)).toBeUndefined();
  });

  it("may have a number of nine digits", () => {
    expect(subjectOf("tn_1", "execution.m_1.123456789")).toMatchObject({ id: "m_1" });
  });
});

describe("a subject of gates", () => {
  it("waits at the gate that was opened, and keeps the key of each", () => {
    expect(WAITING).toMatchObject({ gate: { gate_id: ID, state: "open" }, gates: ["approve"] });
    const next = reduceGates(reduceGates(WAITING, voided()), opened(2, "second"));
    expect(next).toMatchObject({ gate: { gate_id: "execution.m_1.2" }, gates: ["approve", "second"] });
  });

  it.each<[string, GateSubject, AnySignal, string | null]>([
    ["while one is open", WAITING, opened(2, "second"), ID],
    ["with a key that was used", reduceGates(WAITING, voided()), opened(2), ID],
    ["with another number than the next", SUBJECT, opened(2), null],
    ["with the number of an earlier one", reduceGates(WAITING, voided()), opened(1, "second"), ID],
  ])("opens no gate %s", (_, subject, opening, open) => {
    const { gate_id } = opening.data as { gate_id: string };
    expect(() => reduceGates(subject, opening)).toThrow(
      expect.objectContaining({
        code: "IllegalTransition",
        message: `The gate ${gate_id} cannot be opened now.`,
        detail: { gate_id, open },
      }),
    );
  });

  it("is the same after signals that are not of gates, and after any of the first format", () => {
    const other = { ...opened(), type: "gantry.test.said" } as AnySignal;
    const { semantics: _, ...old } = opened() as AnySignal & { semantics: number };
    for (const signal of [other, old as AnySignal]) expect(reduceGates(SUBJECT, signal)).toBe(SUBJECT);
  });

  it("has its gate as an open one only while it is open", () => {
    expect(openGate(WAITING, ID)).toBe(WAITING.gate);
    expect(openGate(WAITING, "execution.m_1.2")).toBeUndefined();
    expect(openGate(reduceGates(WAITING, voided()), ID)).toBeUndefined();
    expect(openGate(SUBJECT, ID)).toBeUndefined();
  });
});

describe("the item of a gate", () => {
  it("is in its subject's partition, and in the list of the open or of the closed ones", () => {
    const item = (gate: GateSubject["gate"], list: string) => ({
      pk: "T#tn_1#execution#m_1",
      sk: `GATE#${ID}`,
      state: gate,
      g1: `T#tn_1#L#gate#${list}#0`,
      g1s: `${at(0)}#${ID}`,
    });
    const closed = reduceGates(WAITING, voided());
    expect(gateItems(WAITING, SUBJECT)).toEqual([item(WAITING.gate, "open")]);
    expect(gateItems(WAITING, null)).toEqual([item(WAITING.gate, "open")]);
    expect(gateItems(closed, WAITING)).toEqual([item(closed.gate, "closed")]);
  });

  it("is written only when the gate has changed", () => {
    expect(gateItems(SUBJECT, null)).toEqual([]);
    expect(gateItems({ ...WAITING }, WAITING)).toEqual([]);
    expect(gateItems({ ...WAITING, gate: null }, WAITING)).toEqual([]);
  });
});
