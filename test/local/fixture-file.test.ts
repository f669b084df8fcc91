import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { fixtureFile } from "#local/fixture-file.ts";

const request = { modelId: "m", messages: [{ role: "user" as const, content: [{ text: "a" }] }] };

it("a fixture file is read, and refused with the reason when one of its fixtures is invalid", async () => {
  const dir = mkdtempSync(join(tmpdir(), "gantry-fixture-"));
  const path = join(dir, "replies.json");
  try {
    writeFileSync(path, JSON.stringify([{ reply: { text: "from file" } }]));
    const answer = await fixtureFile(path).converse(request, new AbortController().signal);
    expect(answer.output.message.content).toEqual([{ text: "from file" }]);
    for (const [fixture, problem] of [
      [{ reply: {} }, "a reply needs text, toolUse or error"],
      [{ reply: { text: "x" }, match: { text: "(" } }, "not a regular expression"],
      [{ reply: { text: "x" }, when: 1 }, "when"],
      [{ reply: { error: { code: "Nope" } } }, "code"],
    ] as const) {
      writeFileSync(path, JSON.stringify([fixture]));
      expect(() => fixtureFile(path)).toThrow(problem);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});
