import type { AcceptanceStep } from "#core/factory/acceptance.ts";

export const TITLE = "Tea timer";

/** The static starter with a title. */
export const STARTER_PAGE = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main><h1>${TITLE}</h1></main></body></html>`;

const heading = { role: "heading" };

/** Steps, and whether they pass on the starter. A browser and the rule for drafts have to agree. */
export const STARTER_STEPS: readonly (readonly [string, boolean, AcceptanceStep[]])[] = [
  ["a text of the title", true, [{ do: "see", text: "Tea" }]],
  [
    "a text in other case",
    true,
    [
      { do: "open", path: "/" },
      { do: "see", text: "tea  TIMER" },
    ],
  ],
  ["a text in the heading", true, [{ do: "see", text: "Tea timer", target: heading }]],
  ["a text in a named heading", true, [{ do: "see", text: "Tea", target: { role: "heading", name: "Tea" } }]],
  ["a text in the whole page", true, [{ do: "see", text: "Tea", target: { css: "body > main" } }]],
  ["a text in itself", true, [{ do: "see", text: "Tea", target: { text: "Tea timer" } }]],
  [
    "the language of the page",
    true,
    [{ do: "attribute", target: { css: "html" }, name: "lang", value: "en" }],
  ],
  [
    "no error after a click of the heading",
    true,
    [
      { do: "click", target: heading },
      { do: "not_see", text: "Error" },
    ],
  ],
  [
    "no error after a key",
    true,
    [{ do: "press", key: "Enter" }, { do: "reload" }, { do: "not_see", text: "Error" }],
  ],
  ["another text", false, [{ do: "see", text: "Start" }]],
  ["the title's absence", false, [{ do: "not_see", text: "Tea" }]],
  [
    "a button",
    false,
    [
      { do: "click", target: { role: "button", name: "Start" } },
      { do: "see", text: "Tea" },
    ],
  ],
  [
    "a field",
    false,
    [
      { do: "fill", target: { label: "Minutes" }, value: "3" },
      { do: "see", text: "Tea" },
    ],
  ],
  ["a key in a field", false, [{ do: "press", target: { placeholder: "Minutes" }, key: "Enter" }]],
  ["a class", false, [{ do: "see", text: "Tea", target: { css: "main .clock" } }]],
  ["another heading", false, [{ do: "see", text: "Tea", target: { role: "heading", name: "Coffee" } }]],
  ["a test id", false, [{ do: "see", text: "Tea", target: { test_id: "clock" } }]],
  ["a theme", false, [{ do: "attribute", target: { css: "html" }, name: "data-theme", value: "dark" }]],
  ["another language", false, [{ do: "attribute", target: { css: "html" }, name: "lang", value: "de" }]],
];
