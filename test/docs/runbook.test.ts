import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { build, stop } from "esbuild";
import { FUNCTIONS } from "#deployment/functions.ts";
import { synthesise } from "../lib/support/synth.ts";
import { read } from "./files.ts";

const page = read("docs/runbook.md");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n", 1)[0] as string, section]),
);

const { Resources = {} } = (await synthesise()).templates["Gantry-dev-Ops"] ?? {};
const alarms = Object.values(Resources)
  .filter(({ Type }) => Type === "AWS::CloudWatch::Alarm")
  .map(({ Properties }) => ({
    id: String(Properties?.AlarmName).replace("gantry-dev-", ""),
    description: String(Properties?.AlarmDescription),
  }));

describe("the runbook", () => {
  it.each(alarms)("has a section for $id, and the alarm links to it", ({ id, description }) => {
    expect(description).toMatch(new RegExp(`^[A-Z].*\\. What to do: docs/runbook\\.md#${id}$`));
    const section = sections.get(id) ?? "";
    for (const part of ["**Means.**", "**People see**", "**Look.**", "**Fix.**", "**Over**"])
      expect(section).toContain(part);
  });

  it("has no section for an alarm that does not exist", () => {
    const ids = [...sections].filter(([, text]) => text.includes("**Means.**")).map(([id]) => id);
    expect(ids.sort()).toEqual(alarms.map(({ id }) => id).sort());
  });

  it("names only existing services", () => {
    const named = [...page.matchAll(/service (?:in \[([^\]]+)\]|= ("[^"]+"))/g)].flatMap(([, many, one]) =>
      (many ?? one ?? "").split(",").map((name) => name.trim().replaceAll('"', "")),
    );
    expect(named).toContain("relay");
    for (const name of named) expect(Object.keys(FUNCTIONS)).toContain(name);
  });

  it("has a command that finds a stack frame's position in the source", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gantry-map-"));
    try {
      const source = join(folder, "step.ts");
      writeFileSync(source, '\n\nexport function seal(): never {\n  throw new Error("no");\n}\nseal();\n');
      const { outputFiles } = await build({
        entryPoints: [source],
        outfile: join(folder, "index.mjs"),
        write: false,
        minify: true,
        sourcemap: "external",
      });
      const [map, code] = [".map", ".mjs"].map(
        (end) => outputFiles.find(({ path }) => path.endsWith(end))!.text,
      );
      const path = join(folder, "seal.mjs.map");
      writeFileSync(path, map as string);
      const script = /node -e '\n([\s\S]+?)\n' cdk\.out/.exec(page)?.[1] as string;
      const column = (code as string).indexOf("throw") + 1;
      const said = execFileSync(process.execPath, ["-e", script, path, "1", String(column)], {
        encoding: "utf8",
      });
      expect(said).toMatch(/step\.ts:4:\d+\n$/);
    } finally {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
