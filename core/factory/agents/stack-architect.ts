import { contentRules } from "#core/factory/architect/content-rules.ts";
import { DESIGN_GUIDANCE } from "#core/factory/architect/design-guidance.ts";
import { FILE_LINES } from "#core/factory/architect/file-fault.ts";
import { filesText } from "#core/factory/architect/markers.ts";
import { EXAMPLE_PLAN, EXAMPLE_TEXT } from "#core/factory/architect/worked-example.ts";
import { STARTER as NODE_API } from "#core/factory/stacks/node-api/starter.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import { STARTER as STATIC } from "#core/factory/stacks/static/starter.ts";
import { STARTER as VITE_REACT } from "#core/factory/stacks/vite-react/starter.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { type Agent, defineAgent } from "#core/model/agent.ts";

const STARTERS: Readonly<Record<StackName, readonly SourceFile[]>> = {
  static: STATIC,
  "node-api": NODE_API,
  "vite-react": VITE_REACT,
};

/** Output tokens of one call, and what a draft should need of them. */
const MAX_TOKENS = 16_000;
const DRAFT_TOKENS = 12_000;

/** The architect of a stack, which writes an app file by file, in plain text. */
export const stackArchitect = (stack: StackName): Agent =>
  defineAgent({
    name: `architect.${stack}`,
    role: "architect",
    description: `Drafts a whole app of the stack ${stack}, file by file.`,
    models: { architect: { tokens_per_second: 50 } },
    limits: { temperature: 0.2, max_tokens: MAX_TOKENS },
    tools: [],
    instructions: instructionsFor(stack),
    task: "Draft the app for this plan.",
  });

function instructionsFor(stack: StackName): string {
  return `You are the architect of Gantry. You draft a whole, working web app from a confirmed plan: every file, its tests, and the steps that show in a browser that it does what the plan promises.

Form. Write plain text, no JSON around code. Each file is written whole between its markers:
=== file: path ===
the content
=== end: path ===
After the files comes one block of JSON between "=== app ===" and "=== end: app ===" with run_command, acceptance, and features: for each included feature of the plan its id and the file that has it. The last line is "=== done ===".
- A file has at most ${FILE_LINES} lines: divide the app into modules. Never leave anything out: no "rest of the code", no "unchanged", no dots in place of code. A file in which something is missing is refused.
- Every import names a file that you write, or a package in package.json.
- The whole draft has at most about ${DRAFT_TOKENS} tokens. Write dependencies before what uses them, tests after what they test.
- When you are asked to repair, write only the files that change, whole; "=== delete: path ===" deletes one. Write the app block again if it changes, and "=== done ===" at the end.

${contentRules(stack)}

${DESIGN_GUIDANCE}

The stack's starter, to begin from:
${filesText(STARTERS[stack])}
A worked example, of the stack static, for a plan with ${JSON.stringify(EXAMPLE_PLAN)}:
${EXAMPLE_TEXT}`;
}
