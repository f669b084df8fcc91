import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { auditPlan } from "#core/factory/build/audit.ts";
import { composeOutput, outputFolders, sharedSource } from "#core/factory/build/output.ts";
import { policySchema } from "#core/factory/policy/policy.ts";
import { architect } from "#core/factory/prompts/architect.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { healer } from "#core/factory/prompts/healer.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import { STACK_NAMES, STACKS, stackOf } from "#core/factory/stacks/stacks.ts";
import { pathFault } from "#core/kernel/files.ts";

const FOLDER = "core/factory/stacks";
const file = (path: string) => ({ path, bytes: new TextEncoder().encode(path) });

describe("the list of stacks", () => {
  it("has one row for each folder", () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...STACK_NAMES].sort());
  });

  it("has a row in the shipped policy for each stack", () => {
    const policy = policySchema.parse(parse(readFileSync("policy.yaml", "utf8")));
    expect([...policy.stacks].sort()).toEqual([...STACK_NAMES].sort());
  });

  it("has no phrase that selects two stacks", () => {
    const phrases = STACKS.flatMap(({ phrases }) => phrases);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
  });
});

describe.each(STACKS.map((stack): Stack => stack))("the stack $name", (stack) => {
  const { name, build, audit, output, repairs, prompt, phrases } = stack;
  const folders = Object.values({ ...output, single_page: undefined }).filter(
    (folder) => typeof folder === "string",
  );

  it("is found by its name, in the file of that name in its folder", () => {
    expect(stackOf(name as (typeof STACK_NAMES)[number])).toBe(stack);
    expect(existsSync(`${FOLDER}/${name}/${name}.ts`)).toBe(true);
  });

  it("is built by its packages' own programs, which the builder's Node runs", () => {
    const packages = Object.keys(repairs.packages);
    for (const [node, program = "", ...args] of [...build, audit.argv].map((argv) => [...argv])) {
      expect(node).toBe("{node}");
      expect(args.every((word) => word !== "" && !word.includes("{"))).toBe(true);
      if (program.startsWith("--")) continue; // An option of Node itself.
      const [folder, dependency] = program.split("/");
      expect(folder).toBe("node_modules");
      expect(packages).toContain(dependency);
    }
  });

  it("has an audit that runs its example test and the files that the command names", () => {
    const paths = ["package.json", audit.example, "extra/more.js"];
    expect(auditPlan(stack, audit.command, paths)).toEqual([{ path: audit.example, helper: false }]);
    expect(auditPlan(stack, `${audit.command} extra/more.js`, paths)).toHaveLength(2);
    expect(() => auditPlan(stack, "true", paths)).toThrow(audit.command);
    expect(() => auditPlan(stack, audit.command, ["package.json"])).toThrow("no test file");
  });

  it("has an output of the files in its folders, without tests", () => {
    const id = name as (typeof STACK_NAMES)[number];
    expect(outputFolders(id)).toEqual(folders);
    for (const folder of folders) expect(pathFault(`${folder}/a`)).toBeUndefined();
    const paths = composeOutput(
      id,
      folders.map((folder) => file(`${folder}/page.js`)),
      [],
    ).map(({ path }) => path);
    expect(paths).toContain("static/page.js");
    expect(paths.some((path) => path.startsWith("functions/"))).toBe(output.functions_folder !== undefined);
    expect(sharedSource(id, [file(audit.example)])).toEqual([]);
  });

  it("tells the architect its folders, its audit and its packages", () => {
    for (const folder of folders) expect(prompt.architect).toContain(`${folder}/`);
    expect(prompt.architect).toContain(`audit_command is "${audit.command}"`);
    const typed = (dependency: string) => dependency.startsWith("@types/");
    for (const dependency of Object.keys(repairs.packages).filter((each) => !typed(each)))
      expect(prompt.architect).toMatch(new RegExp(`\\b${dependency}\\b`));
    expect(architect.system).toContain(`\n- ${name}: ${prompt.architect}\n`);
  });

  it("tells the consultant when to choose it, and the healer what it must know", () => {
    expect(consultant.system).toContain(`${name} ${prompt.consultant}`);
    if (prompt.healer !== undefined) expect(healer.system).toContain(`\n- ${prompt.healer}\n`);
  });

  it("repairs with exact versions, and with the audit as its test script", () => {
    for (const version of Object.values(repairs.packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(repairs.scripts.test).toBe(audit.command);
  });

  it("is selected by lower-case phrases", () => {
    expect(phrases.length).toBeGreaterThan(0);
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  });
});
