import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { HealRule } from "#core/factory/heal/rule.ts";
import { HEAL_RULES } from "#core/factory/heal/rules.ts";
import { STACKS, type StackName, stackOf } from "#core/factory/stacks/stacks.ts";

const FILES = readdirSync("core/factory/heal/rules").map((file) => file.replace(/\.ts$/, ""));
const named = (name: string) => HEAL_RULES.find((rule) => rule.name === name);

describe("the list of heal rules", () => {
  it("has each file of the folder once, under the file's name", () => {
    expect(HEAL_RULES.map(({ name }) => name).sort()).toEqual(FILES.sort());
  });

  it.each(FILES)("has the rule that %s exports", async (file) => {
    const { rule } = (await import(`#core/factory/heal/rules/${file}.ts`)) as { rule: HealRule };
    expect(named(file)).toBe(rule);
  });

  it("repairs bytes before JSON, and JSON before the fields of package.json", () => {
    const order = HEAL_RULES.map(({ name }) => name);
    const readers = ["module-type", "missing-dependency", "missing-script"];
    expect(order.slice(0, 3)).toEqual(["byte-order-mark", "code-fence", "broken-json"]);
    for (const name of readers) expect(order.indexOf(name)).toBeGreaterThan(order.indexOf("broken-json"));
  });

  it("has no rule that adds packages to a stack without packages", () => {
    const applies = (name: StackName) => named("missing-dependency")?.appliesTo?.(stackOf(name));
    expect(applies("vite-react")).toBe(true);
    expect([applies("static"), applies("node-api")]).toEqual([false, false]);
  });

  it.each(HEAL_RULES.map((rule) => [rule.name, rule] as const))(
    "has a rule in %s that changes nothing in an app without a fault",
    (_, rule) => {
      const files = [
        { path: "package.json", content: '{"type":"module"}' },
        { path: "public/app.js", content: 'import { a } from "./a.js";\na();' },
        { path: "public/a.js", content: "export function a() {}" },
      ];
      for (const stack of STACKS) {
        const output = "AssertionError: expected 1 to equal 2";
        const found = rule.match(output);
        expect(found && rule.fix(files, found, { output, stack })).toBeNull();
      }
    },
  );
});
