import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CliConfig } from "#cli/config.ts";
import { problemsOf } from "#cli/eval/problems.ts";
import type { Visitor } from "#cli/eval/run-turn.ts";
import { createVisitor } from "#cli/eval/visit.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { evalResult } from "#test/cli/eval/results.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { serve } from "#test/slow/generate/serve.ts";

/** What a person who asked for a list of plants would try. */
const KEPT: Acceptance = {
  name: "a plant is kept",
  steps: [
    { do: "click", target: { role: "button", name: "New plant" } },
    { do: "fill", target: { label: "Name" }, value: "Boston fern" },
    { do: "click", target: { role: "button", name: "Save" } },
    { do: "see", text: "Boston fern" },
    { do: "reload" },
    { do: "see", text: "Boston fern" },
  ],
};

const SCRIPT = "public/app.js";
const STYLE = "public/styles.css";
const PAGE = "public/index.html";

/** The app with something in front of or behind the content of a file. */
const edited =
  (path: string, edit: (content: string) => string) =>
  (files: readonly SourceFile[]): SourceFile[] =>
    files.map((file) => (file.path === path ? { ...file, content: edit(file.content) } : file));

const NO_SAVE =
  "document.addEventListener('submit', (e) => { e.preventDefault(); e.stopPropagation(); }, true);";

describe("eval of a broken app", () => {
  let folder: string;
  let visit: Visitor["visit"];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gantry-broken-"));
    const config = { isCheckout: true, root: process.cwd(), home: folder } as CliConfig;
    ({ visit } = createVisitor(config, folder));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function problemsWith(change: (files: readonly SourceFile[]) => readonly SourceFile[]) {
    const app = await serve(change(generate(PLANTS).files));
    const seen = await visit("plants", app.origin, [KEPT]);
    app.close();
    return problemsOf(evalResult({ visit: seen }));
  }

  it("has nothing to report of the app as it was generated", async () => {
    expect(await problemsWith((files) => files)).toEqual([]);
  });

  it.each([
    [
      "saves nothing",
      edited(SCRIPT, (content) => `${NO_SAVE}\n${content}`),
      /^failed check: a plant is kept: /,
    ],
    [
      "has an error",
      edited(SCRIPT, (content) => `${content}\nnowhere.toBeFound();`),
      /^page error: .*nowhere/,
    ],
    ["shows nothing", edited(PAGE, () => "<!doctype html><title>Plants</title>"), /^the page shows nothing$/],
    [
      "is too wide",
      edited(STYLE, (content) => `${content}\nbody { min-width: 900px; }`),
      /sideways at 320 px$/,
    ],
    [
      "cannot be read",
      edited(STYLE, (content) => `${content}\n* { color: #eee !important; background: #fff !important; }`),
      /^barrier: color-contrast/,
    ],
  ] as const)("reports an app that %s", async (_, change, problem) => {
    expect(await problemsWith(change)).toContainEqual(expect.stringMatching(problem));
  });

  it("reports an app that is not there", async () => {
    const app = await serve([]);
    app.close();
    const seen = await visit("gone", app.origin, [KEPT]);
    expect(seen.checks).toMatchObject({ passed: [], failed: [{ name: KEPT.name }, { name: "opens" }] });
  });
});
