import type { BuildJob } from "#core/factory/build/job.ts";
import { type BuildLimits, DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** Files of a small static app with a test that passes. */
export const STATIC_APP: SourceFile[] = [
  { path: "public/index.html", content: "<!doctype html><title>Hi</title><h1>Hi</h1>\n" },
  { path: "public/app.js", content: "export const add = (a, b) => a + b;\n" },
  { path: "package.json", content: '{"name":"hi","type":"module"}\n' },
  {
    path: "test/app.test.js",
    content:
      'import test from "node:test";\nimport assert from "node:assert";\nimport { add } from "../public/app.js";\ntest("adds", () => assert.equal(add(1, 2), 3));\n',
  },
];

export function makeJob(
  storage: string,
  changes: Partial<Omit<BuildJob, "limits">> & { limits?: Partial<BuildLimits> } = {},
): BuildJob {
  return {
    version: 1,
    tenant: "t1",
    mission_id: "m1",
    attempt: 1,
    stack: "static",
    files: STATIC_APP,
    audit_command: "node --test",
    layer: null,
    patterns: [],
    put: {
      progress: `${storage}/progress`,
      output: `${storage}/output`,
      log: `${storage}/log`,
      result: `${storage}/result`,
    },
    ...changes,
    limits: { ...DEFAULT_LIMITS, ...changes.limits },
  };
}
