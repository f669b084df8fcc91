import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type Reason, verdictOf } from "#core/evidence/verdict.ts";
import { ERRORS } from "#core/kernel/errors.ts";
import { allFiles, PAGES, ROOT, read } from "./files.ts";

const architecture = read("docs/architecture.md");

/** Words in backticks of one section. */
function codesIn(heading: string): string[] {
  const [, section = ""] = architecture.split(`## ${heading}\n`);
  return [...section.split("\n## ")[0]!.matchAll(/`([A-Za-z_]+)`/g)].map(([, code]) => code!);
}

describe("README.md", () => {
  const readme = read("README.md");

  it("explains each variable that npm start reads, and no other", () => {
    const [, schema = ""] = /environmentSchema = z\.object\(\{([\s\S]*?)\n\}\);/.exec(
      read("local/config.ts"),
    )!;
    const names = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    const explained = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(explained.toSorted()).toEqual(names.toSorted());
  });
});

describe("the commands in the documentation", () => {
  const text = PAGES.map(read).join("\n");
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

  it("exist as scripts of package.json", () => {
    const run = [...text.matchAll(/npm (?:run ([a-z:]+)|(start|test)\b)/g)].map(([, a, b]) => a ?? b!);
    expect(run).toEqual(expect.arrayContaining(["start", "test", "verify"]));
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("exist as commands of gantry", () => {
    const used = [...text.matchAll(/npx \. ([a-z]+)/g)].map(([, name]) => name!);
    expect(used).toEqual(expect.arrayContaining(["build", "evidence", "verify"]));
    expect(
      used.filter((name) => name !== "help" && !existsSync(join(ROOT, `cli/commands/${name}.ts`))),
    ).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  it("shows the mission machine of its definition file", () => {
    const drawn = execFileSync(process.execPath, ["scripts/machine-diagram.mjs"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(/```mermaid\n(stateDiagram[\s\S]*?)```/.exec(architecture)?.[1]).toBe(drawn);
  });

  it("explains every error code, and only those", () => {
    const other = ["GantryError", "toProblem", "field"];
    const explained = codesIn("Errors").filter((code) => !other.includes(code));
    expect([...new Set(explained)].toSorted()).toEqual(Object.keys(ERRORS).toSorted());
  });

  it("gives every error code its status", () => {
    const rows = [...architecture.matchAll(/^\| ((?:`[A-Z][A-Za-z]+`(?:, )?)+) +\| ([\d, ]+?) +\|/gm)];
    const documented = rows.flatMap(([, codes, statuses]) => {
      const status = statuses!.split(", ").map(Number);
      return codes!
        .split(", ")
        .map((code, index) => [code.replaceAll("`", ""), status[index] ?? status[0]] as const);
    });
    expect(Object.fromEntries(documented)).toEqual(
      Object.fromEntries(Object.entries(ERRORS).map(([code, { status }]) => [code, status])),
    );
  });

  it("explains every reason of a verdict, under its verdict", () => {
    const [, list = ""] = /REASONS = \{([\s\S]*?)\} as const/.exec(read("core/evidence/verdict.ts"))!;
    const reasons = [...list.matchAll(/"([A-Z_]+)"/g)].map(
      ([, code]) => `${code} ${verdictOf(code as Reason)}`,
    );
    const rows = [...architecture.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) +\| (INVALID|INCONCLUSIVE) +\|/gm)];
    const explained = rows.flatMap(([, codes, verdict]) =>
      codes!.split(", ").map((code) => `${code.replaceAll("`", "")} ${verdict}`),
    );
    expect(reasons.length).toBeGreaterThan(10);
    expect(explained.toSorted()).toEqual(reasons.toSorted());
  });

  it("names the files that read environment variables", () => {
    const product = /^(core|adapters|lambdas|local|local-cloud|cli|builder-image)\/.*\.ts$/;
    const readers = allFiles().filter((path) => product.test(path) && read(path).includes("process.env"));
    const [, sentence = ""] = /`process\.env` is read in five files only: (.*?)\. /.exec(architecture)!;
    expect([...sentence.matchAll(/`([^`]+)`/g)].map(([, path]) => path).toSorted()).toEqual(
      readers.toSorted(),
    );
  });
});

describe("docs/decisions", () => {
  const records = PAGES.filter((page) => page.startsWith("docs/decisions/")).toSorted();

  it("are numbered without gaps", () => {
    expect(records.length).toBeGreaterThanOrEqual(12);
    expect(records.map((page) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(page)?.[1]))).toEqual(
      records.map((_, index) => index + 1),
    );
  });

  it.each(records)("%s has each section", (page) => {
    const text = read(page);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      "Status",
      "Context",
      "Decision",
      "Consequences",
    ]);
    for (const sign of ["(+)", "(-)", "(!)"]) expect(text).toContain(`- ${sign} `);
  });
});

describe("the layers in docs/architecture.md", () => {
  const folders = [...architecture.matchAll(/^\| `core\/([a-z]+)\/` +\|/gm)].map(([, name]) => name!);

  it("are the folders of core, in the order of the import rules", () => {
    const { overrides } = JSON.parse(read("biome.json")) as { overrides: { includes: string[] }[] };
    const rules = overrides.flatMap(({ includes }) =>
      includes.flatMap((path) => /^core\/([a-z]+)\/\*\*$/.exec(path)?.[1] ?? []),
    );
    expect(folders.toSorted()).toEqual(readdirSync(join(ROOT, "core")).toSorted());
    expect(folders.slice(0, rules.length)).toEqual(rules);
  });

  it("are drawn in that order", () => {
    const [, chain = ""] = /^ +(kernel -->.*)$/m.exec(architecture)!;
    expect(chain.split(" --> ")).toEqual(folders);
  });
});
