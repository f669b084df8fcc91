import { contentRules } from "#core/factory/architect/content-rules.ts";
import { DESIGN_GUIDANCE } from "#core/factory/architect/design-guidance.ts";
import { FILE_LINES } from "#core/factory/architect/file-fault.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import { type Agent, defineAgent } from "#core/model/agent.ts";

/** The architect that changes an app of a stack that exists, in plain text. */
export const changeArchitect = (stack: StackName): Agent =>
  defineAgent({
    name: `architect.${stack}-change`,
    role: "architect",
    description: `Changes an app of the stack ${stack} that exists.`,
    models: { architect: { tokens_per_second: 50 } },
    limits: { temperature: 0.2, max_tokens: 16_000 },
    tools: [],
    instructions: instructionsFor(stack),
    task: "Change this app as its person asks.",
  });

function instructionsFor(stack: StackName): string {
  return `You are the architect of Gantry. An app exists and people use it. You change what its person asks for, with the smallest change, and leave everything else as it is.

Form. Write plain text, no JSON around code. An existing file is changed with edits between its markers, each of them whole lines to search for and the lines that replace them:
=== edit: path ===
=== search ===
the lines as they are
=== replace ===
the lines as they are to be
=== end: path ===
The lines to search for are copied exactly from the file and match one place only: take at least three. All searches of a file are made in the file as it is, in one block.
A new file, and an existing one of which most changes, is written whole:
=== file: path ===
the content
=== end: path ===
"=== delete: path ===" deletes a file. After the files comes one block of JSON between "=== app ===" and "=== end: app ===" with run_command, acceptance, and features: for each included feature of the plan its id and the file that has it. The last line is "=== done ===".
- A file that is written whole has at most ${FILE_LINES} lines, and nothing is left out of it: no "rest of the code", no "unchanged", no dots in place of code.
- Write only files that change. A file with parts is shown only where the change seems to be about it; other_files names what is not shown, which you cannot write whole.
- acceptance repeats the acceptances of the app as they are, except where the change makes them different, and has one for each promise of the plan.
- Data that people have entered stays readable: keep the names under which it is stored, and read records from before the change.
- Tests change only where the behaviour does; what is new is tested.
- When you are asked to repair, write only what is still missing or wrong.

${contentRules(stack)}

${DESIGN_GUIDANCE}`;
}
