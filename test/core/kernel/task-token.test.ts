import { describe, expect, it } from "@jest/globals";
import { completeTask, keepTaskToken } from "#core/kernel/task-token.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";

const KEY = { pk: "T#tn_1#execution#m_1", sk: "GATE#execution.m_1.1" };

function world() {
  const store = memoryStore(noPause);
  const completed: unknown[] = [];
  const workflows = { succeed: async (...call: unknown[]) => void completed.push(call) };
  return { store, workflows, completed };
}

describe("the token of a task", () => {
  it("is kept in one item, and completes its task with what it waited for", async () => {
    const { store, workflows, completed } = world();
    await keepTaskToken({ store }, KEY, "token");
    expect(store.items()).toEqual([{ ...KEY, token: "token" }]);
    expect(await completeTask({ store, workflows }, KEY, { a: 1 })).toBe(true);
    expect(await completeTask({ store, workflows }, KEY)).toBe(true);
    expect(completed).toEqual([
      ["token", { a: 1 }],
      ["token", {}],
    ]);
  });

  it("completes nothing where none was kept", async () => {
    const { store, workflows, completed } = world();
    expect(await completeTask({ store, workflows }, KEY)).toBe(false);
    await store.transact([{ put: KEY }]);
    expect(await completeTask({ store, workflows }, KEY)).toBe(false);
    expect(completed).toEqual([]);
  });
});
