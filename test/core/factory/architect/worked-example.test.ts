import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "@jest/globals";
import { draftApp } from "#core/factory/architect/draft-app.ts";
import { DraftReader } from "#core/factory/architect/draft-reader.ts";
import { fileFault } from "#core/factory/architect/file-fault.ts";
import {
  EXAMPLE_APP,
  EXAMPLE_FILES,
  EXAMPLE_PLAN,
  EXAMPLE_TEXT,
} from "#core/factory/architect/worked-example.ts";
import { evaluate } from "#core/factory/policy/evaluate.ts";
import { draftFiles } from "#core/factory/prompts/draft-files.ts";
import { STARTER as NODE_API } from "#core/factory/stacks/node-api/starter.ts";
import { STACK_NAMES, STACKS } from "#core/factory/stacks/stacks.ts";
import { STARTER as STATIC } from "#core/factory/stacks/static/starter.ts";
import { STARTER as VITE_REACT } from "#core/factory/stacks/vite-react/starter.ts";
import { POLICY } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { PLAN } from "#test/support/samples.ts";

const plan = { ...PLAN, ...EXAMPLE_PLAN };

it("the example that models are shown satisfies every rule for drafts and the policy", () => {
  const draft = draftApp(plan, EXAMPLE_FILES, EXAMPLE_APP);
  expect(draft).toHaveProperty("manifest");
  expect("manifest" in draft && evaluate(POLICY, draft.manifest)).toEqual([]);
});

it("its tests pass", () => {
  const folder = mkdtempSync(join(tmpdir(), "gantry-example-"));
  try {
    for (const { path, content } of EXAMPLE_FILES) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const env = { PATH: process.env.PATH };
    expect(execFileSync(process.execPath, ["--test"], { cwd: folder, env, encoding: "utf8" })).toMatch(
      /pass 2/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("is read the same however its text is divided into pieces", () => {
  const divided = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1 });
  const check = (lengths: number[]) => {
    const reader = new DraftReader(new Map(), { maxFiles: 10 });
    for (let at = 0, turn = 0; at < EXAMPLE_TEXT.length; turn++) {
      const length = lengths[turn % lengths.length] as number;
      expect(reader.push(EXAMPLE_TEXT.slice(at, at + length))).toBe(true);
      at += length;
    }
    const { files, app, done } = reader.finish();
    expect([[...files.values()], app, done]).toEqual([EXAMPLE_FILES, EXAMPLE_APP, true]);
  };
  fc.assert(fc.property(divided, check));
});

it.each([
  ["static", STATIC],
  ["node-api", NODE_API],
  ["vite-react", VITE_REACT],
] as const)(
  "no file of the starter of %s would be refused, and its prompt contains them all",
  (stack, files) => {
    expect(files.flatMap((file) => fileFault(file) ?? [])).toEqual([]);
    const { system } = draftFiles(stack);
    for (const { path, content } of files) expect(system).toContain(`=== file: ${path} ===\n${content}`);
  },
);

it("each stack has a prompt with its exact versions", () => {
  for (const name of STACK_NAMES) {
    const { system } = draftFiles(name);
    for (const [dependency, version] of Object.entries(
      STACKS.find((stack) => stack.name === name)?.repairs.packages ?? {},
    ))
      expect(system).toContain(`${dependency} ${version}`);
  }
});
