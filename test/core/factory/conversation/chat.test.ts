import { expect, it } from "@jest/globals";
import { answerQuestion } from "#core/factory/conversation/chat.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";

it("a chat question is answered from the caller's own missions, and changes nothing", async () => {
  const world = memoryWorld({ models: { chat: () => ({ answer: "It waits." }) } });
  await createMission(world);
  await createMission(world, { id: "m_secret", tenant: "tn_10" });
  const before = JSON.stringify(world.store.items());
  const calls: CallRecord[] = [];
  const answer = await answerQuestion(world, OWNER, "How is m_1?", (call) => void calls.push(call));
  expect(answer).toEqual({ answer: "It waits." });
  expect(calls).toMatchObject([{ role: "chat", model: world.models.chat }]);
  const asked = JSON.stringify(world.converser.requests[0]?.messages);
  expect(asked).toContain("How is m_1?");
  expect(asked).toContain("QUEUED");
  expect(asked).not.toContain("m_secret");
  expect(JSON.stringify(world.store.items())).toBe(before);
});
