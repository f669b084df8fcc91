import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { PAGES, SOCKET_PATHS } from "#core/web/site.ts";
import { ROOT, read } from "./files.ts";

const STATUSES = ["works", "replaced", "planned"];
const SOURCES = ["GantryFleet 7.0", "Gantry 6.5", "Gantral", "FleetPrompt", "AI Factory Builder 4"];

/** The cells of all tables in a text, without heads and rules. */
function cellsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines
    .filter((_, at) => !isRule(lines[at + 1]) && !isRule(lines[at]))
    .map((line) =>
      line
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.trim()),
    );
}
const isRule = (line = "") => /^\| -+ \|/.test(line);

const sections = new Map(
  read("docs/coverage.md")
    .split(/^## /m)
    .map((section) => {
      const [title = ""] = section.split("\n");
      return [title, cellsOf(section)] as const;
    }),
);
const sources = SOURCES.map((title) => [title, sections.get(title) ?? []] as const);
const all = sources.flatMap(([, rows]) => rows);
const withStatus = (status: string, rows = all) => rows.filter((row) => row[1] === status);

/** The operations in a text: `GET /gantry/status/{id}`. */
const operationsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE|WS) \/[^`\s]*)`/g)].map(([, operation]) => operation!);

const described = Object.entries<object>(JSON.parse(read("openapi.json")).paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);
const served = new Set([
  ...described,
  ...Object.keys(PAGES).map((path) => `GET ${path}`),
  `WS ${SOCKET_PATHS.replace("*", "{id}")}`,
]);

describe("the page on coverage", () => {
  it("has a section for each source document, with a status and a place or reason in each row", () => {
    for (const [title, rows] of sources) {
      expect([title, rows.length > 0]).toEqual([title, true]);
      for (const row of rows) {
        expect([title, row, row.length]).toEqual([title, row, 3]);
        expect(STATUSES).toContain(row[1]);
        expect(row[0]).not.toMatch(/^\s*$/);
        expect(row[2]).toMatch(/\S/);
      }
    }
  });

  it("has each promise of a document once", () => {
    for (const [, rows] of sources) {
      const promises = rows.map(([promise]) => promise);
      expect(promises.filter((promise, at) => promises.indexOf(promise) !== at)).toEqual([]);
    }
  });

  it("names existing test files for what works", () => {
    const wrong = withStatus("works").filter(([, , place = ""]) => {
      const [tests = ""] = place.split("; ");
      const paths = tests.split(", ").map((test) => /^`(test\/.+\.test\.ts)`$/.exec(test)?.[1]);
      return !paths.every((path) => path && existsSync(join(ROOT, path)));
    });
    expect(wrong).toEqual([]);
  });

  it("gives a reason in words for what does not", () => {
    const wordless = [...withStatus("replaced"), ...withStatus("planned")].filter(
      ([, , reason = ""]) => reason.split(" ").length < 3,
    );
    expect(wordless).toEqual([]);
  });

  it("says that an operation works only if the API has it, and that it is planned only if not", () => {
    const operations = (status: string) =>
      withStatus(status).flatMap(([promise = ""]) => operationsIn(promise));
    expect(operations("works").length).toBeGreaterThan(10);
    expect(operations("works").filter((operation) => !served.has(operation))).toEqual([]);
    expect(operations("planned").filter((operation) => served.has(operation))).toEqual([]);
  });

  it("names every operation of the API, the additions in their own list", () => {
    const promised = all.flatMap(([promise = ""]) => operationsIn(promise));
    const added = (sections.get("What no document names") ?? []).flatMap(([cell = ""]) => operationsIn(cell));
    expect(added.filter((operation) => promised.includes(operation) || !served.has(operation))).toEqual([]);
    const named = new Set([...promised, ...added]);
    const own = described.filter((operation) => operation.includes(" /gantry/"));
    expect(own.filter((operation) => !named.has(operation))).toEqual([]);
  });

  it("has a summary with the number of rows", () => {
    const count = (title: string, rows: string[][]) =>
      [title, ...STATUSES.map((status) => withStatus(status, rows).length), rows.length].map(String);
    expect(sections.get("Summary")).toEqual([
      ...sources.map(([title, rows]) => count(title, rows)),
      count("all", all),
    ]);
  });

  it("is linked from the README and the architecture page", () => {
    expect(read("README.md")).toContain("(docs/coverage.md)");
    expect(read("docs/architecture.md")).toContain("(coverage.md)");
  });
});
