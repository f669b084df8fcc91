import { describe, expect, it } from "@jest/globals";
import { ZodError } from "zod";
import { NO_HEAD, planAppend } from "#core/kernel/ledger/append.ts";
import { readAmendment, readEntry } from "#core/kernel/ledger/outbox.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

const VIEW = { status: "BUILDING", message: "It is being built.", url: null };

/** The item of a signal, as the ledger stores it. */
function signalItem(view?: typeof VIEW): Item {
  const { writes } = planAppend({
    ref: { tenant: "tn_1", kind: "execution", id: "m_1" },
    head: NO_HEAD,
    drafts: [{ type: "gantry.test.said", data: {}, actor: SYSTEM }],
    correlation: "m_1",
    time: "2026-11-21T00:00:00.000Z",
    ids: ["s_1"],
    salt: () => "",
    ...(view ? { view: () => view } : {}),
  });
  return (writes[0] as { put: Item }).put;
}

describe("the item of a signal", () => {
  it("is read as the signal and what people see at it", () => {
    const item = signalItem(VIEW);
    expect(readEntry(item)).toEqual({ signal: item.signal, view: VIEW });
  });

  it("is read without a view where the aggregate has none", () => {
    const item = signalItem();
    expect(item).not.toHaveProperty("view");
    expect(readEntry(item)).toEqual({ signal: item.signal });
  });

  it.each<[string, object]>([
    ["without a signal", { signal: undefined }],
    ["with a signal of another format", { signal: { ...(signalItem().signal as object), sequence: 1 } }],
    ["with a view that has more than a view", { view: { ...VIEW, secret: 1 } }],
    ["with a view without a message", { view: { status: "BUILDING", url: null } }],
  ])("%s is refused", (_, change) => {
    expect(() => readEntry({ ...signalItem(VIEW), ...change })).toThrow(ZodError);
  });
});

describe("the item of an amendment", () => {
  const amendment = { source: "/t/tn_1/execution/m_1", sequence: 7, view: VIEW };

  it("is read without its keys", () => {
    expect(readAmendment({ pk: "T#tn_1#execution#m_1", sk: "A#000000000007#001", ...amendment })).toEqual(
      amendment,
    );
  });

  it.each<[string, object]>([
    ["source", { source: undefined }],
    ["whole number as its sequence", { sequence: 7.5 }],
    ["view", { view: undefined }],
  ])("without a %s is refused", (_, change) => {
    expect(() => readAmendment({ ...amendment, ...change })).toThrow(ZodError);
  });
});
