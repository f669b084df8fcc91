import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ROOT, read } from "./files.ts";
import { rowsOf, sectionsOf } from "./sections.ts";

const rows = rowsOf(sectionsOf("README.md")("Where to make a change"));

/** Paths in links and in backticks. What follows a placeholder, `<name>`, is not checked. */
function pathsOf(row: readonly string[]): string[] {
  const text = row.join(" ");
  const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, path]) => path!);
  const codes = [...text.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path]) => path!);
  return [...links, ...codes].map((path) => path.replace(/<.*$/, "")).filter((path) => !/^(\/|$)/.test(path));
}

const rowOf = (change: string) => rows.find(([first]) => first!.startsWith(change)) ?? [];

describe("the table of changes in the README", () => {
  it.each(rows.map((row) => [row[0]!, pathsOf(row)] as const))(
    "names existing files for '%s'",
    (_, paths) => {
      expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
      expect(paths.length).toBeGreaterThan(0);
    },
  );

  it.each([
    "a step of the mission",
    "a model role",
    "a directive tool",
    "a signal type",
    "a role",
    "a REST route",
    "a stack",
    "a channel",
    "an approval before deploy",
    "a package registry",
    "an MCP tool",
    "an alarm",
    "a heal rule",
    "a retry limit",
  ])("has a row for %s", (change) => {
    expect(rowOf(change)).not.toEqual([]);
  });

  /** Files whose name, or a row in them, follows from the thing itself: the row has to lead to them. */
  it.each([
    ["a step of the mission", "review", ["deployment", "lambdas/steps", "core/factory/steps"]],
    [
      "a model role",
      "consultant",
      ["core/model", "core/factory/prompts", "local/brain", "local/brain/roles"],
    ],
    ["a directive tool", "deploy.promote", ["core/directives", "core/directives/tools"]],
    ["a heal rule", "broken-json", ["core/factory/heal", "core/factory/heal/rules"]],
  ])("names the files of an existing example of %s", (change, example, folders) => {
    const row = rowOf(change).join(" ");
    for (const folder of folders) {
      const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".ts"));
      const named = files.filter(
        (name) => name === `${example}.ts` || read(`${folder}/${name}`).includes(example),
      );
      expect(named).not.toEqual([]);
      expect(row).toContain(folder);
    }
  });
});
