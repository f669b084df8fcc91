import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { signCommand } from "#cli/siri/pair.ts";
import { recipe } from "#cli/siri/recipe.ts";
import { ERRORS } from "#core/kernel/errors.ts";
import { read } from "./files.ts";
import { rowsOf, sectionsOf } from "./sections.ts";

const page = read("docs/siri.md");
const { vector, refused } = JSON.parse(readFileSync("test/cases/siri.json", "utf8"));

describe("docs/siri.md", () => {
  it("has the recipe that gantry siri pair prints", () => {
    const written = rowsOf(page.split("### Without a Mac")[1]!.split("\n## ")[0]!);
    const fieldsOf = (fields: readonly (readonly [string, string])[]) =>
      fields.map(([label, content]) => `${label}: \`${content}\``).join("<br>");
    expect(written).toEqual(
      recipe({}).map(({ action, fields, output }, index) => [
        String(index + 1),
        action,
        fieldsOf(fields),
        output ?? "",
      ]),
    );
  });

  it("computes the test vector in a shell", () => {
    const commands = [...sectionsOf("docs/siri.md")("The signature").matchAll(/^\$ (.+)$/gm)].map(
      ([, line]) => line!,
    );
    expect(commands).toHaveLength(3);
    const printed = execFileSync("bash", ["-c", commands.join("\n")], { encoding: "utf8" }).trim();
    expect(printed).toBe(vector.signature);
    expect(page).toContain(printed);
  });

  it("names the code of each refusal, and the command that signs on a Mac", () => {
    const named = [...page.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, code]) => code!);
    const codes: string[] = refused.map(({ expected }: any) => expected.code);
    expect([...new Set(codes)].filter((code) => !named.includes(code))).toEqual([]);
    expect(named.filter((code) => code in ERRORS).length).toBeGreaterThan(5);
    expect(page).toContain(signCommand("Gantry.shortcut"));
  });
});
