import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { loadPolicy } from "#adapters/files/policy.ts";
import { POLICY } from "#test/support/memory-world.ts";

const folder = mkdtempSync(join(tmpdir(), "gantry-policy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "policy.json");
const load = (value: unknown) => {
  writeFileSync(path, JSON.stringify(value));
  return loadPolicy(path);
};

it("reads the installation's policy from the file beside the function", () => {
  expect(load(POLICY)).toEqual(POLICY);
});

it("refuses to start with an invalid policy file, or without one", () => {
  expect(() => load({ ...POLICY, stacks: ["cobol"] })).toThrow(
    /policy\.json is not a valid policy: stacks\.0 must be/,
  );
  expect(() => loadPolicy(join(folder, "none.json"))).toThrow("none.json");
});
