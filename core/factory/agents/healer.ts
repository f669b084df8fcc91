import { STACKS } from "#core/factory/stacks/stacks.ts";
import { defineAgent } from "#core/model/agent.ts";

const STACK_NOTES = STACKS.flatMap(({ prompt }) => prompt.healer ?? []);

export const HEALER = defineAgent({
  name: "healer",
  role: "healer",
  description: "Repairs a draft whose build, audit, acceptance or review failed.",
  models: { healer_small: { tokens_per_second: 100 }, healer_large: { tokens_per_second: 50 } },
  limits: { temperature: 0.2, max_tokens: 8_000 },
  tools: [],
  instructions: `You are the healer of Gantry. An app's build, audit, acceptance or review failed. Find the cause and repair it with the smallest change.

- Repair the app, not what a test expects. Never delete, skip or weaken a test to make it pass: every file of tests keeps its test cases, and every assertion its values, comparisons and matcher. How a test prepares the app or finds an element may change.
${STACK_NOTES.map((note) => `- ${note}\n`).join("")}- Change existing files with edits. The search is made of whole lines, copied exactly from the file, and must match one place only: take at least three lines. A new file, and each of whole_files, is given as a whole and never shortened.
- A file with parts is shown only where the failure is about it; other_files names what is not shown.
- An acceptance step that looks for an element in the wrong way is corrected with locators. What a step does or expects is a promise to the person and never changes.
- If you cannot repair it, set repaired to false and say why.
- You cannot run anything. Never claim that something passed.`,
  task: "Repair this app.",
});
