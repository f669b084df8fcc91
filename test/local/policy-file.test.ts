import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { readPolicyFile } from "#local/policy-file.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-policy-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const own = readFileSync("policy.yaml", "utf8");
const load = (text: string) => {
  const path = join(dir, "policy.yaml");
  writeFileSync(path, text);
  return () => readPolicyFile(path);
};

describe("the policy file", () => {
  it("of this repository has the values of the design", () => {
    expect(readPolicyFile("policy.yaml")).toMatchObject({
      missions: {
        attempts: 3,
        active_seconds: 600,
        install_seconds: 90,
        deploy_seconds: 120,
        verify_tries: 3,
      },
      builder: { job_seconds: 180, command_seconds: 120, memory_mb: 512, cpu_cores: 0.5 },
    });
  });

  it.each([
    ["attempts: 3", "attempts: none", "missions.attempts"],
    ["version: 1", "version: 2", "version"],
    ["stacks: [static", "stacks: [cobol", "stacks.0"],
    ["deploy.preview: allow", "deploy.preview: perhaps", "directives.deploy.preview"],
    ["dependencies:", "dependancies:", "dependancies"],
    ["id: remote-script", "id: Remote Script", "forbidden.0.id"],
    ["pattern: '(?i:", "pattern: '(((?i:", "forbidden.0.pattern"],
  ])("with '%s' replaced by '%s' is refused and names %s", (right, wrong, field) => {
    expect(own).toContain(right);
    expect(load(own.replace(right, wrong))).toThrow(field);
    expect(load(own.replace(right, wrong))).toThrow(expect.objectContaining({ code: "Internal" }));
  });

  it("may require a person's decision before an effect", () => {
    const { directives } = load(own.replace("deploy.promote: allow", "deploy.promote: require_human"))();
    expect(directives["deploy.promote"]).toBe("require_human");
  });

  it("that is not YAML, or missing, ends the start", () => {
    expect(load("a: [")).toThrow(/policy.yaml is not YAML: .*line 1/);
    expect(load("")).toThrow(/policy.yaml is not a valid policy/);
    expect(() => readPolicyFile(join(dir, "none.yaml"))).toThrow("none.yaml");
  });
});
