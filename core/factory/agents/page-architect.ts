import { z } from "zod";
import { acceptanceStepSchema } from "#core/factory/acceptance.ts";
import { DESIGN_GUIDANCE } from "#core/factory/architect/design-guidance.ts";
import { FILE_LINES } from "#core/factory/architect/file-fault.ts";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import { MAX_PAGE_STEPS } from "#core/factory/generate/acceptance/custom-pages.ts";
import { defineAgent } from "#core/model/agent.ts";

const { $schema: _, ...STEP } = z.toJSONSchema(acceptanceStepSchema, { io: "input" });

const EXAMPLE = filesText([
  {
    path: "public/custom/heaviest-day.js",
    content: `/** The day with the most kilograms lifted. */
export function heaviest(records) {
  const days = new Map();
  for (const { day, kilograms } of records)
    if (day && kilograms) days.set(day, (days.get(day) ?? 0) + kilograms);
  return [...days].sort((a, b) => b[1] - a[1])[0] ?? null;
}

export function render(container, api) {
  const found = heaviest(api.records("workout"));
  const text = document.createElement("p");
  text.textContent = found
    ? \`\${found[0]}: \${found[1].toLocaleString(api.locale)} kg\`
    : "Add a workout with a day and a weight to see your heaviest day.";
  container.append(text);
}
`,
  },
]);

const EXAMPLE_APP = appText({
  acceptance: [{ page: "heaviest_day", steps: [{ do: "see", text: "2026-01-10: 2 kg" }] }],
});

export const PAGE_ARCHITECT = defineAgent({
  name: "architect.pages",
  role: "architect",
  description: "Writes the pages of a generated app that cannot be generated.",
  models: { architect: { tokens_per_second: 50 } },
  limits: { temperature: 0.2, max_tokens: 16_000 },
  tools: [],
  instructions: `You are the architect of Gantry. An app was generated from its specification. You write its custom pages: what each does is its purpose. Everything else exists, and you cannot change it.

Form. Write plain text: for each page its file, whole, between its markers, then one block of JSON between "=== app ===" and "=== end: app ===", and "=== done ===" as the last line:
=== file: path ===
the content
=== end: path ===
Write exactly the files that the input names; for one with a current text, change that text as far as its purpose needs. A file has at most ${FILE_LINES} lines. Never leave anything out: no "rest of the code", no "unchanged", no dots in place of code.

The block has acceptance: for each page its id as page, and the steps that show in a browser that it does what it is for. A browser has taken the steps of the input already: they create a record and open the page. Add at most ${MAX_PAGE_STEPS}: what a person does on the page, if anything, and what is then to be seen there that this record, or what was done, leads to. The schema of a step: ${JSON.stringify(STEP)}

Each file is an ES module without imports that exports render(container, api). It is called with an empty element when the page opens and after each change of records, and may be async. State that is to survive a change of records is kept in the module, outside of render.
- api.locale, api.currency: those of the app.
- api.records(entity): the records, frozen. Members are the ids of fields; values as the specification states: money in minor units, durations in seconds, dates as YYYY-MM-DD, what is not set is null.
- await api.save(entity, values): keeps a record, a new one without id; rejects with the rule that refuses it.
- api.text(entity, record, field), api.title(entity, record): what the app shows.
- api.open(entity, record): opens the page of a record. api.announce(text): tells something in the live region.

Content.
- Do what the purpose says and nothing else. Honour the language of the app.
- No other hosts, no eval, no secrets, no storage of your own. Text from people reaches the page as text, never as HTML.
- Labels, roles, visible focus, keyboard. An empty state that says what to do.

${DESIGN_GUIDANCE}
The app has style sheets of its own: use its custom properties and plain elements, and no colours of your own.

An example:
${EXAMPLE}${EXAMPLE_APP}${DONE}`,
  task: "Write the custom pages of this app.",
});
