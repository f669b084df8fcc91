import { expect, it } from "@jest/globals";
import { memoryWorld } from "#test/support/memory-world.ts";
import { definition, tool } from "./definitions.ts";
import { begin, runOf, runToEnd } from "./whole-run.ts";

const FILES = [{ path: "a.css", content: "p { color: #999; background: #fff }" }];

it("a step calls a skill by its tool name, and what it found is the step's result", async () => {
  const world = memoryWorld();
  await begin(world, definition([tool("look", { tool: "skill.contrast", args: { files: FILES } })]), {});
  await runToEnd(world);
  const { outcome, records } = await runOf(world);
  expect(outcome).toBe("succeeded");
  expect(records.find(({ step }) => step === "look")).toMatchObject({
    state: "succeeded",
    result: { success: true, data: { checked: 1, low: [{ path: "a.css", ratio: 2.85 }] } },
  });
});

it.each([
  ["skill.none", { files: [] }, "There is no read tool 'skill.none'."],
  ["skill.contrast", { text: "a" }, "files is required"],
])("a step with the tool %s and the arguments %j fails: %s", async (name, args, message) => {
  const world = memoryWorld();
  await begin(world, definition([tool("look", { tool: name, args })]), {});
  await runToEnd(world);
  const { outcome, records } = await runOf(world);
  expect(outcome).toBe("failed");
  expect(JSON.stringify(records.find(({ step }) => step === "look"))).toContain(message);
});
