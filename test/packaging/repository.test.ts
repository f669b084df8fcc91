import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

describe("the repository's workflow", () => {
  const { jobs, permissions } = parse(readFileSync(".github/workflows/ci.yaml", "utf8"));

  it("runs the script that anyone can run, and nothing else", () => {
    const commands = jobs.ci.steps.flatMap(({ run }: { run?: string }) => (run ? [run] : []));
    expect(commands.at(-1)).toBe("bash .ci/run");
    expect(existsSync(".ci/run")).toBe(true);
  });

  it("may only read the repository", () => {
    expect(permissions).toEqual({ contents: "read" });
  });
});

describe("the forms for issues", () => {
  const folder = ".github/ISSUE_TEMPLATE";
  const forms = readdirSync(folder).filter((name) => name !== "config.yml");

  it.each(forms)("%s names itself and asks for details", (name) => {
    const form = parse(readFileSync(join(folder, name), "utf8"));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(form.body.length).toBeGreaterThan(0);
  });
});
