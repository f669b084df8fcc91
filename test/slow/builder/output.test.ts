import { describe, expect, it } from "@jest/globals";
import type { SourceFile } from "#core/kernel/files.ts";
import { build } from "#test/builder/build.ts";
import { availableBackends } from "#test/builder/hostile/backends.ts";
import { makeJob, STATIC_APP } from "#test/builder/jobs.ts";

/** A static app whose test runs this code, and passes. */
const testing = (code: string): SourceFile[] => [
  ...STATIC_APP,
  {
    path: "test/zz.test.js",
    content: `import fs from "node:fs"; import test from "node:test"; test("writes", () => { ${code} });\n`,
  },
];

const PLANTED = `fs.writeFileSync("public/planted.html", '<script src="https://evil.example/x.js"></script>');`;

describe.each(availableBackends())("the output of a build under $title", ({ executor }) => {
  const run = (code: string) =>
    build(makeJob("http://127.0.0.1:1", { files: testing(code), limits: { cpu_cores: 2 } }), executor);

  it.each([
    ["adds a page", PLANTED],
    ["makes a file executable", `fs.chmodSync("public/app.js", 0o755);`],
    ["links the output elsewhere", `fs.renameSync("public", "kept"); fs.symlinkSync("/etc", "public");`],
  ])("is refused when a test %s", async (_, code) => {
    const { result, files } = await run(code);
    expect(result).toMatchObject({ verdict: "code", output: null });
    expect(files).toEqual([]);
  });

  it("is the output from before the audit, as recorded", async () => {
    const { result } = await run("");
    expect(result).toMatchObject({ verdict: "passed" });
    expect(result.output_trees).toEqual({
      before_audit: result.output?.sha256,
      after_audit: result.output?.sha256,
    });
  });

  it("is checked for the policy's forbidden patterns", async () => {
    const job = makeJob("http://127.0.0.1:1", {
      limits: { cpu_cores: 2 },
      patterns: [{ id: "no-heading", pattern: "<h1>", paths: "^public/", reason: "No headings." }],
    });
    const { result } = await build(job, executor);
    expect(result).toMatchObject({
      verdict: "code",
      reason: "The output violates the policy: public/index.html: No headings.",
      steps: [],
      output: null,
    });
  });
});
