import { z } from "zod";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import { type StackName, stackOf } from "#core/factory/stacks/stacks.ts";

/** What a model is told about the content of an app of a stack, whether it drafts the app or changes it. */
export function contentRules(stack: StackName): string {
  const { prompt, repairs, audit } = stackOf(stack);
  const versions = Object.entries(repairs.packages).map(([name, version]) => `${name} ${version}`);
  return `Stack ${stack}: ${prompt.architect}${versions.length > 0 ? `\nVersions, exactly: ${versions.join(", ")}.` : ""}

Content.
- Build every included feature and none that is not included. Honour the design image when there is one: colours, type, layout.
- No scripts, styles, fonts or images from other hosts. No eval. No secrets. No lock files. Text from people reaches the page as text, never as HTML.
- Accessible: labels, roles, visible focus, keyboard. Responsive. Data in localStorage is versioned and parsed with care.
- Tests (such as ${audit.example}) check behaviour, not that files exist. Each file that the audit runs has test cases with assertions; helpers lie elsewhere. Assertions run within their test, not in a timer that nothing awaits; not only under a condition; and they say more than that nothing is thrown. Every test runs: no skip, todo or only, no process.exit; tests write to the system's temporary folder only.
- acceptance: one entry for each promise of the plan, with exactly its words as the name, and the steps a person would take, found by role, label or text; they do what is promised, and end by seeing its effect, not what the page shows anyway, such as its title, headings and labels. Only a promise that begins like "The page shows" may be seen without doing anything. Its schema: ${JSON.stringify(ACCEPTANCE)}`;
}

const { $schema: _, ...ACCEPTANCE } = z.toJSONSchema(acceptanceSchema, { io: "input" });
