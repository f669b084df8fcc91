import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ROOT, read } from "./files.ts";
import { rowsOf } from "./sections.ts";

const rows = read("docs/glossary.md").split(/^## /m).slice(1).flatMap(rowsOf);
const terms = rows.map(([term]) => term!);

/** The file and the identifier in the last cell of a row. */
function sourceOf(row: readonly string[]): { path: string; identifier: string } {
  const [, path = "", identifier = ""] = /^\[[^\]]+\]\(\.\.\/([^)]+)\) `([^`]+)`$/.exec(row.at(-1)!) ?? [];
  return { path, identifier };
}

describe("the glossary", () => {
  it("has each term once, with a definition and what the term does not mean", () => {
    expect(terms.length).toBeGreaterThan(40);
    expect(new Set(terms).size).toBe(terms.length);
    for (const row of rows) {
      expect(row).toHaveLength(4);
      for (const cell of row) expect(cell).not.toBe("");
    }
  });

  it.each(rows.map((row) => [row[0]!, row] as const))("names a file with '%s'", (_, row) => {
    const { path, identifier } = sourceOf(row);
    expect(existsSync(join(ROOT, path))).toBe(true);
    expect(read(path)).toMatch(new RegExp(`\\b${identifier}\\b`));
  });

  it("is linked from the README and the architecture page", () => {
    expect(read("README.md")).toContain("(docs/glossary.md)");
    expect(read("docs/architecture.md")).toContain("(glossary.md)");
  });
});
