import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import type { HealerAnswer } from "#core/factory/prompts/healer.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import type { Fixture } from "#local-cloud/bedrock/fixture.ts";
import { descendants } from "./processes.ts";

/** A scripted model: each scenario is a word in the request, which every later prompt repeats with the plan. */

type Role = "consultant" | "architect" | "healer" | "critic";
type File = Manifest["files"][number];

export const RIGHT = "export const sum = (a, b) => a + b;\n";
export const WRONG = "export const sum = (a, b) => a - b;\n";

/**
 * A test that ends when its process is told to, so that what is done to a build meanwhile has all the time it needs.
 * The signal is one that others ignore.
 */
const RELEASE = "SIGWINCH";
const WAITS = `import assert from "node:assert/strict";
import { test } from "node:test";
import "../public/sum.js";
test("waits", async () => {
  const alive = setInterval(() => {}, 1000);
  assert.ok(await new Promise((resolve) => process.once("${RELEASE}", resolve)));
  clearInterval(alive);
});
`;

const TEST = `import assert from "node:assert/strict";
import { test } from "node:test";
import { sum } from "../public/sum.js";
test("adds", () => assert.equal(sum(2, 3), 5));
`;

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sum</title><link rel="icon" href="data:,"></head>
<body><h1>Sum</h1><p id="sum"></p><script type="module" src="page.js"></script></body>
</html>
`;

const PROMISE = "The page shows the sum of 2 and 3.";

/** One answer of a role, for the architect a draft in plain text, for the scenario of that name; `times` and then the next entry is used. */
export function says(role: Role, scenario: string, input: unknown, times?: number): Fixture {
  return {
    match: { system: `You are the ${role} of Gantry`, text: scenario },
    reply:
      role === "architect"
        ? { text: draftText(input as Manifest) }
        : { toolUse: { name: `${role}_answer`, input: input as never } },
    ...(times ? { times } : {}),
  };
}

/** The plan every scenario gets. */
export function proposal(stack: StackName = "static") {
  const proposed: Proposal = {
    title: "Sum",
    summary: "Shows a sum.",
    kind: "custom",
    project_name: "sum",
    stack,
    features: [{ id: "sum", title: "Sum", included: true, promise: PROMISE }],
    acceptance: [PROMISE],
    questions: [],
  };
  return { proposal: proposed, speech: "A page that shows a sum.", question: null };
}

export const waitingTest: File = { path: "test/waits.test.js", content: WAITS };

/** Lets all waiting tests below a process end that have begun. */
export function releaseTests(pid: number): void {
  for (const each of descendants(pid))
    if (each.command.includes(waitingTest.path)) process.kill(each.pid, RELEASE);
}

/** A small app with its test; files of the same path replace its own. */
export function draft(files: readonly File[] = [], rest: Partial<Manifest> = {}): Manifest {
  const own: File[] = [
    { path: "public/index.html", content: PAGE },
    { path: "public/page.js", content: PAGE_SCRIPT },
    { path: "public/sum.js", content: RIGHT },
    { path: "test/sum.test.js", content: TEST },
  ];
  const paths = new Set(files.map(({ path }) => path));
  return {
    project_name: "sum",
    stack: "static",
    files: [...own.filter(({ path }) => !paths.has(path)), ...files],
    audit_command: "node --test",
    run_command: "npx serve public",
    acceptance: [
      {
        name: PROMISE,
        steps: [
          { do: "open", path: "/" },
          { do: "see", text: "2 + 3 = 5" },
        ],
      },
    ],
    ...rest,
  };
}

/** A draft as a language model writes it. */
function draftText({ files, run_command, acceptance }: Manifest): string {
  const app = { run_command, acceptance, features: [{ id: "sum", file: "public/sum.js" }] };
  return `${filesText(files)}${appText(app)}${DONE}\n`;
}

const PAGE_SCRIPT = `import { sum } from "./sum.js";
document.querySelector("#sum").textContent = "2 + 3 = " + sum(2, 3);
`;

export const sumJs = (content: string): File => ({ path: "public/sum.js", content });

export function repaired(files: readonly File[], reason = "The sum was wrong."): HealerAnswer {
  return { repaired: true, reason, edits: [], files: [...files], deleted: [], locators: [] };
}
