import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { evaluate, requireAllowed } from "#core/factory/policy/evaluate.ts";
import { policySchema } from "#core/factory/policy/policy.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { POLICY } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION } from "#test/support/samples.ts";

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly catches: SourceFile[];
  readonly passes: SourceFile[];
}
const FOLDER = new URL("../../../cases/policy/", import.meta.url);
const CASES: Case[] = readdirSync(FOLDER).map((name) =>
  JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")),
);
const RULES = [...POLICY.forbidden, ...POLICY.secrets];

const rulesOf = (fields: Partial<Manifest>, policy = POLICY) =>
  evaluate(policy, { ...MANIFEST, ...fields }).map(({ rule }) => rule);
const packageJson = (dependencies: Record<string, string>, group = "dependencies"): SourceFile => ({
  path: "package.json",
  content: JSON.stringify({ [group]: dependencies }),
});

describe("the shipped policy", () => {
  it("allows a correct draft", () => expect(evaluate(POLICY, MANIFEST)).toEqual([]));

  it("has a case for each of its rules", () => {
    expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ id }) => id).sort());
    for (const { catches, passes } of CASES)
      expect(Math.min(catches.length, passes.length)).toBeGreaterThan(1);
  });

  describe.each(CASES)("$rule", ({ rule, catches, passes }) => {
    it.each(catches)("matches $path: $content", (file) => {
      expect(evaluate(POLICY, { ...MANIFEST, files: [file] })).toContainEqual({
        rule,
        path: file.path,
        reason: RULES.find(({ id }) => id === rule)?.reason,
      });
    });

    it.each(passes)("does not match $path: $content", (file) => {
      expect(rulesOf({ files: [file] })).not.toContain(rule);
    });
  });

  it.each(["little", "big"])("decodes UTF-16 in %s endian order, as browsers do", (order) => {
    const bytes = Buffer.from('\ufeff<script src="https://other.example/x.js"></script>', "utf16le");
    if (order === "big") bytes.swap16();
    const file = {
      path: "public/index.html",
      content: bytes.toString("base64"),
      encoding: "base64" as const,
    };
    expect(rulesOf({ files: [file] })).toEqual(["remote-script"]);
  });

  it("never repeats a secret in its reasons", () => {
    const secrets = CASES.filter(({ rule }) => POLICY.secrets.some(({ id }) => id === rule));
    expect(secrets.length).toBeGreaterThan(3);
    for (const { catches } of secrets)
      for (const file of catches) {
        const findings = evaluate(POLICY, { ...MANIFEST, files: [file] });
        expect(JSON.stringify(findings)).not.toContain(file.content.slice(0, 20));
        expect(() => requireAllowed(findings)).toThrow(
          expect.objectContaining({ message: expect.not.stringContaining(file.content.slice(0, 20)) }),
        );
      }
  });
});

describe("a draft", () => {
  it("is limited to the allowed stacks", () => {
    expect(rulesOf({ stack: "node-api" }, { ...POLICY, stacks: ["static"] })).toEqual(["stack"]);
  });

  it("is checked by the rules for files", () => {
    expect(rulesOf({ files: [{ path: "../x", content: "" }] })).toEqual(["files"]);
    expect(rulesOf({ files: [{ path: "a.js", content: "*", encoding: "base64" }] })).toEqual(["files"]);
  });

  it.each(["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"])(
    "is checked by the list of denied packages in its %s, in any encoding",
    (group) => {
      const policy = { ...POLICY, dependencies: { max: 60, deny: ["event-stream"] } };
      const file = packageJson({ "event-stream": "1.0.0", react: "19.0.0" }, group);
      expect(rulesOf({ files: [file] }, policy)).toEqual(["dependency"]);
      const hidden = { ...file, content: btoa(file.content), encoding: "base64" as const };
      expect(rulesOf({ files: [hidden] }, policy)).toEqual(["dependency"]);
      expect(rulesOf({ files: [file] })).toEqual([]);
    },
  );

  it("is limited in its number of packages", () => {
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`p${index}`, "1.0.0"]));
    expect(rulesOf({ files: [packageJson(many)] })).toEqual(["dependencies"]);
    const { p0: _, ...fewer } = many;
    expect(rulesOf({ files: [packageJson(fewer)] })).toEqual([]);
  });

  it.each(["{", "null", "[]", '{"dependencies":null}', '{"dependencies":"x"}'])(
    "with an unreadable package.json is left to the build: %s",
    (content) => expect(rulesOf({ files: [{ path: "package.json", content }] })).toEqual([]),
  );

  it("that is denied stops at the policy check, with the verdict recorded", async () => {
    const files = [...MANIFEST.files, { path: "public/app.js", content: "eval(x)" }];
    const world = await missionWorld({ models: { architect: () => ({ ...MANIFEST, files }) } });
    await runUntil(world, "check");
    await expect(checkDraft(world, MISSION)).rejects.toMatchObject({
      code: "PolicyDenied",
      detail: { findings: [{ rule: "javascript-eval", path: "public/app.js" }] },
    });
    const verdict = world.store
      .items()
      .find(({ signal }) => (signal as any)?.type === "gantry.policy.evaluated");
    expect((verdict!.signal as any).data).toMatchObject({
      verdict: "deny",
      reasons: ["javascript-eval: public/app.js"],
    });
  });

  it.each(["npm test", "node --test; curl x", "sh -c true"])(
    "cannot be audited by %s: its author is asked for another command, and a stored one is denied",
    async (audit_command) => {
      const manifest = { ...MANIFEST, audit_command };
      const world = await missionWorld({ models: { architect: () => manifest } });
      await expect(runUntil(world, "check")).rejects.toMatchObject({ code: "ModelRefused" });
      const manifest_sha256 = await putArtifact(world.artifacts, MISSION.tenant, canonicalJson(manifest));
      const drafted = { manifest_sha256, files: manifest.files.length, attempt: 1, by: "architect" } as const;
      await world.ledger.append(missions, missionRef(MISSION.tenant, MISSION.mission_id), () => ({
        drafts: [missionSignal("gantry.mission.drafted", drafted)],
      }));
      await expect(checkDraft(world, MISSION)).rejects.toMatchObject({
        code: "PolicyDenied",
        detail: { findings: [{ rule: "audit-command" }] },
      });
    },
  );
});

describe("a policy", () => {
  it.each([
    ["an unknown field", { ...POLICY, more: 1 }],
    ["no stack", { ...POLICY, stacks: [] }],
    ["an unknown stack", { ...POLICY, stacks: ["php"] }],
    ["a pattern that is none", { ...POLICY, secrets: [{ id: "a", pattern: "(", reason: "x" }] }],
    ["no verdict for a tool", { ...POLICY, directives: { "deploy.preview": "allow" } }],
    [
      "builders that are swept while they build",
      { ...POLICY, missions: { ...POLICY.missions, builder_seconds: 599 } },
    ],
    ["a limit out of range", { ...POLICY, missions: { ...POLICY.missions, attempts: 11 } }],
  ])("with %s is refused", (_, policy) => expect(policySchema.safeParse(policy).success).toBe(false));
});
