import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { NODE_TEST } from "#core/factory/stacks/node-test.ts";
import { STATIC } from "#core/factory/stacks/static/static.ts";
import { VITE_REACT } from "#core/factory/stacks/vite-react/vite-react.ts";
import { previewOf } from "#core/factory/themes/preview.ts";
import type { Theme } from "#core/factory/themes/theme.ts";
import { THEMES } from "#core/factory/themes/themes.ts";

/** The first object in the code of a guide. */
function objectIn(guide: string, names: Readonly<Record<string, unknown>>): any {
  const text = readFileSync(`docs/guides/${guide}.md`, "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const literal = code.slice(code.indexOf("{"), code.lastIndexOf("}") + 1);
  return new Function(...Object.keys(names), `return (${literal});`)(...Object.values(names));
}

const namesOf = (value: object): string[] => Object.keys(value).sort();

describe("the code in the guides", () => {
  it("has a theme with all tokens, whose picture is that of no other", () => {
    const [plain] = THEMES;
    const { id: _, ...base } = plain;
    const theme: Theme = objectIn("add-a-theme", { BASE: base });
    expect(namesOf(theme)).toEqual(namesOf(plain));
    expect(THEMES.map(({ id }) => id)).not.toContain(theme.id);
    expect(THEMES.map(previewOf)).not.toContain(previewOf(theme));
  });

  it("has a stack with the members of a stack", () => {
    const stack = objectIn("add-a-stack", { NODE_TEST });
    expect(namesOf(stack)).toEqual(namesOf(STATIC));
    expect(namesOf(stack.repairs)).toEqual(namesOf(STATIC.repairs));
    expect(Object.keys(VITE_REACT.output)).toEqual(expect.arrayContaining(Object.keys(stack.output)));
    for (const [node, program] of stack.build) {
      expect(node).toBe("{node}");
      expect(Object.keys(stack.repairs.packages)).toContain(program.split("/")[1]);
    }
  });
});
