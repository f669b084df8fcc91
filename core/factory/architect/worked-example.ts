import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import { htmlPage } from "#core/factory/stacks/html-page.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** The plan of the example, as far as the draft depends on it. */
export const EXAMPLE_PLAN = {
  features: [{ id: "total", title: "Total with tip", included: true }],
  acceptance: ["A bill of 50 with a tip of 10 percent shows a total of 55.00."],
};

/** A small draft that satisfies every rule; shown to models. */
export const EXAMPLE_FILES: readonly SourceFile[] = [
  {
    path: "public/index.html",
    content: htmlPage({
      title: "Tip",
      head: ['<script type="module" src="page.js"></script>'],
      body: [
        "<main>",
        "  <h1>Tip</h1>",
        "  <form>",
        '    <p><label>Bill <input name="bill" inputmode="decimal"></label></p>',
        '    <p><label>Tip in percent <input name="percent" inputmode="decimal"></label></p>',
        "  </form>",
        "  <p><output>Enter a bill and a tip.</output></p>",
        "</main>",
      ],
    }),
  },
  {
    path: "public/tip.js",
    content: `/** The bill with its tip in cents; null unless both are numbers of at least 0. */
export function total(bill, percent) {
  const numbers = [bill, percent].map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
  if (!numbers.every((number) => Number.isFinite(number) && number >= 0)) return null;
  return Math.round(numbers[0] * (100 + numbers[1]));
}
`,
  },
  {
    path: "public/page.js",
    content: `import { total } from "./tip.js";

const form = document.querySelector("form");
const output = document.querySelector("output");

form.addEventListener("input", () => {
  const cents = total(form.elements.bill.value, form.elements.percent.value);
  output.textContent = cents === null ? "Enter a bill and a tip." : \`Total \${(cents / 100).toFixed(2)}\`;
});
form.addEventListener("submit", (event) => event.preventDefault());
`,
  },
  {
    path: "test/tip.test.js",
    content: `import assert from "node:assert/strict";
import { test } from "node:test";
import { total } from "../public/tip.js";

test("adds the tip", () => assert.equal(total("50", "10"), 5500));
test("waits for two numbers", () => {
  for (const [bill, percent] of [["", "10"], ["50", ""], ["-1", "10"], ["x", "10"]])
    assert.equal(total(bill, percent), null);
});
`,
  },
];

export const EXAMPLE_APP = {
  run_command: "npx serve public",
  acceptance: [
    {
      name: EXAMPLE_PLAN.acceptance[0] as string,
      steps: [
        { do: "open", path: "/" },
        { do: "fill", target: { label: "Bill" }, value: "50" },
        { do: "fill", target: { label: "Tip in percent" }, value: "10" },
        { do: "see", text: "Total 55.00" },
      ],
    },
  ],
  features: [{ id: "total", file: "public/tip.js" }],
};

export const EXAMPLE_TEXT = `${filesText(EXAMPLE_FILES)}${appText(EXAMPLE_APP)}${DONE}\n`;
