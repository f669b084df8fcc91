import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { loadLibrary } from "#adapters/files/library.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { contrast } from "#core/factory/generate/look/color.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import { evaluate } from "#core/factory/policy/evaluate.ts";
import { policySchema } from "#core/factory/policy/policy.ts";
import { checkFiles } from "#core/kernel/files.ts";
import { LIBRARY_SOURCE } from "#deployment/function-row.ts";
import type { Blueprint } from "#local/brain/blueprint.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { criticise } from "#local/brain/roles/critic.ts";
import { within } from "#test/support/limits.ts";
import { planFor } from "./plan-for.ts";

const policy = policySchema.parse(
  parse(readFileSync(new URL("../../../policy.yaml", import.meta.url), "utf8")),
);

/** The features with which an app saves a file. */
const SAVES_FILES: ReadonlySet<string> = new Set(["export", "drawings"]);

/** All on, all off, and each feature switched off alone. */
function selections({ features }: Blueprint): (readonly [string, string[]])[] {
  const all = features.map(({ id }) => id);
  return [
    ["everything", all],
    ["nothing", []],
    ...all.map((off) => [`everything but ${off}`, all.filter((id) => id !== off)] as const),
  ];
}

/** As the builder runs it, or all files in one process, which says the same about the code in less time. */
function run(manifest: Manifest, isolation: "process" | "none"): string {
  const folder = mkdtempSync(join(tmpdir(), "blueprint-"));
  try {
    for (const { path, content } of manifest.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { NODE_OPTIONS: _, ...env } = process.env;
    const result = spawnSync(process.execPath, ["--test", `--test-isolation=${isolation}`], {
      cwd: folder,
      env,
      encoding: "utf8",
      timeout: within(60),
    });
    return `exit ${result.status}\n${result.stdout}${result.stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const named = BLUEPRINTS.map((blueprint) => [`${blueprint.kind} (${blueprint.stack})`, blueprint] as const);

describe.each(named)("the blueprint %s", (_, blueprint) => {
  it("has at least five features", () => {
    expect(blueprint.features.length).toBeGreaterThanOrEqual(5);
  });

  it.each(selections(blueprint))("drafts a valid app with %s", (_, on) => {
    const plan = planFor(blueprint, on);
    const manifest = manifestSchema.parse(draft({ plan }));
    checkFiles(manifest.files, { files: 400, bytes: 8 * 2 ** 20, file_bytes: 2 * 2 ** 20 });
    expect(evaluate(policy, manifest)).toEqual([]);
    expect(draftFaults({ plan, manifest, before: null })).toEqual([]);
    expect(criticise({ plan, files: manifest.files })).toEqual({
      verdict: "accept",
      notes: [],
    });
    const text = manifest.files.map(({ path, content }) => `${path}\n${content}`).join("\n");
    expect(text).not.toMatch(/\{\{|@feature|@design|@end/);
    expect(text).not.toMatch(/innerHTML|dangerouslySetInnerHTML|document\.write/);
    for (const { path, content } of manifest.files.filter(({ path }) => /\.[jt]sx?$/.test(path))) {
      for (const [, specifier = ""] of content.matchAll(/from "(\.[^"]+)"/g)) {
        const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
        const found = manifest.files.some((file) =>
          [target, `${target}.ts`, `${target}.tsx`].includes(file.path),
        );
        expect({ path, specifier, found }).toEqual({ path, specifier, found: true });
      }
    }
    if (!on.includes("dark_mode"))
      expect(text).not.toMatch(/data-theme|Use dark mode|theme-start|setUpTheme|useTheme/);
    if (!on.includes("due_dates")) expect(text).not.toMatch(/Due date|[Oo]verdue|dueDates/);
    if (!on.some((id) => SAVES_FILES.has(id))) expect(text).not.toMatch(/Export (CSV|JSON)|download\(/);
    if (!on.includes("tags")) expect(text).not.toMatch(/readTags|tag-filter|id="(new-)?tags"/);
    for (const [path, feature] of Object.entries(blueprint.modules))
      if (!on.includes(feature)) expect(manifest.files.map((file) => file.path)).not.toContain(path);
  });

  if (blueprint.audit_command === "node --test") {
    const all = blueprint.features.map(({ id }) => id);
    const half = all.filter((_, index) => index % 2 === 0);
    const other = all.filter((_, index) => index % 2 === 1);
    it.each([
      ["everything", all, "English"],
      ["nothing", [], "French"],
      ["every other switch", half, "German"],
      ["the others", other, "Spanish"],
    ] as const)("passes its own tests with %s", (_, on, language) => {
      const plan = planFor(blueprint, on, { request: [`${blueprint.spoken} in ${language}`] });
      const output = run(draft({ plan }), on === all ? "process" : "none");
      expect(output).toMatch(/^exit 0/);
      expect(Number(/^(?:#|ℹ) pass (\d+)/m.exec(output)?.[1])).toBeGreaterThanOrEqual(8);
    });
  }

  it("shows the design image only when there is one", () => {
    const on = blueprint.features.map(({ id }) => id);
    const without = draft({ plan: planFor(blueprint, on) });
    const given = draft({
      plan: planFor(blueprint, on),
      design_image: { path: "public/design-reference.png" },
    });
    const mentions = ({ files }: Manifest) =>
      files.some(({ content }) => content.includes("design-reference.png"));
    expect([mentions(without), mentions(given)]).toEqual([false, true]);
  });

  it("writes any title as text", () => {
    const title = `Tom & "Ann's" <b>`;
    const { files } = draft({ plan: planFor(blueprint, [], { title }) });
    const html = files.find(({ path }) => path.endsWith("index.html"))?.content ?? "";
    expect(html).toContain("Tom &amp; &quot;Ann&#39;s&quot; &lt;b&gt;");
    expect(html).not.toContain("<b>");
  });

  it("refuses an unknown feature", () => {
    const plan = planFor(blueprint, []);
    const foreign = { id: "teleport", title: "Teleport", included: true };
    expect(() => draft({ plan: { ...plan, features: [...plan.features, foreign] } })).toThrow(/teleport/);
  });
});

describe("the blueprint of a timer", () => {
  const timer = BLUEPRINTS.find(({ kind }) => kind === "timer")!;
  const drafted = (request: string) => draft({ plan: planFor(timer, ["pomodoro"], { request: [request] }) });
  const text = (path: string, { files }: Manifest) => files.find((file) => file.path === path)?.content;

  it("starts with the length that was asked for, and promises it", () => {
    const manifest = drafted("a timer of 30 seconds");
    expect(text("public/app.js", manifest)).toContain('createTimer(Number("30") * 1000)');
    expect(manifest.acceptance[0]?.name).toBe("The timer shows its length at the start and can be paused");
    expect(manifest.acceptance[0]?.steps).toContainEqual({
      do: "see",
      text: "00:30",
      target: { css: "#time" },
    });
    expect(text("public/app.js", drafted("a timer"))).toContain('createTimer(Number("300") * 1000)');
  });

  it("has the focus rounds that were asked for", () => {
    const pomodoro = text("public/features/pomodoro.js", drafted("a pomodoro timer with 50 minute focus"));
    expect(pomodoro).toContain('Number("3000")');
    expect(pomodoro).toContain('Number("300")');
  });
});

describe("a blueprint that keeps records", () => {
  const react = BLUEPRINTS.find(({ stack }) => stack === "vite-react")!;
  const all = react.features.map(({ id }) => id);
  const composed = (blueprint: Blueprint, on: readonly string[]) =>
    draft({ plan: planFor(blueprint, on) }).files.filter(({ path }) =>
      path.startsWith(`${blueprint.library}/`),
    );
  const libraryOf = (on: readonly string[]) =>
    composed(react, on).filter(({ path }) => !path.startsWith("src/lib/words/"));

  it("has the library of generated apps as it is", async () => {
    const library = await loadLibrary(LIBRARY_SOURCE);
    const cards = BLUEPRINTS.find(({ kind }) => kind === "flashcards")!;
    const files = [...libraryOf(all), ...composed(cards, ["persistence"])];
    for (const { path, content } of files)
      expect([path, content]).toEqual([path, library.get(path.replace(/^(src|public)\/\w+/, "public/lib"))]);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["src/lib/records.js", "public/records/records.js"]),
    );
  });

  it("has of the library what its features need", () => {
    const paths = (on: readonly string[]) => libraryOf(on).map(({ path }) => path);
    expect(paths(all)).toEqual(expect.arrayContaining(["src/lib/records.js", "src/lib/import-plan.js"]));
    expect(paths([])).toContain("src/lib/records.js");
    expect(paths([]).filter((path) => /import|theme|fields\/(date|tags)/.test(path))).toEqual([]);
  });
});

describe("a stated look", () => {
  const counter = BLUEPRINTS.find(({ kind }) => kind === "counter")!;
  const drafted = (...request: string[]) => draft({ plan: planFor(counter, ["dark_mode"], { request }) });
  const lookOf = ({ files }: Manifest) => files.find(({ path }) => path === "public/look.css")?.content;
  const pageOf = ({ files }: Manifest) => files.find(({ path }) => path === "public/index.html")?.content;

  it("is a style sheet after all others, and none without a stated look", () => {
    const plain = drafted("a counter");
    expect([lookOf(plain), pageOf(plain)?.includes("look.css")]).toEqual([undefined, false]);
    const green = drafted("a counter", "make it green");
    expect(lookOf(green)).toContain("--accent: #15803d;");
    expect(pageOf(green)).toMatch(/styles\.css">\s+<link rel="stylesheet" href="look\.css">/);
  });

  it.each(BLUEPRINTS.map((blueprint) => [blueprint.kind, blueprint.stack, blueprint] as const))(
    "colors %s (%s)",
    (_, stack, blueprint) => {
      const plan = planFor(blueprint, [], { request: [`${blueprint.spoken} in tomato`] });
      const files = draft({ plan }).files.map(({ path, content }) => [path, content] as const);
      expect(files).toContainEqual(["public/look.css", expect.stringContaining("--accent:")]);
      const [, page] = files.find(([path]) => path.endsWith("index.html")) ?? [];
      expect([stack, page]).toEqual([stack, expect.stringContaining("look.css")]);
    },
  );

  it("has the colors of the theme and the scheme that were asked for", () => {
    const themed = lookOf(drafted("a counter in the style of Trello"));
    expect(themed).toContain("--accent: #0c66e4;");
    expect(themed).toContain('[data-theme="dark"]');
    const dark = lookOf(drafted("a counter, dark mode only"));
    expect(dark).toContain("color-scheme: dark;");
    expect(dark).not.toContain("color-scheme: light;");
  });

  it("has readable text in every named color", () => {
    for (const [name] of colorWords("en").filter((_, at) => at % 5 === 0))
      for (const block of (lookOf(drafted(`a counter, color: ${name}`)) ?? "").split("\n\n")) {
        const token = (id: string) => new RegExp(`--${id}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? "";
        const pairs = [
          ["text", "bg"],
          ["muted", "surface"],
          ["accent-strong", "surface"],
          ["accent-strong", "accent-soft"],
          ["on-accent", "accent"],
        ] as const;
        for (const [one, other] of pairs)
          expect({ name, one, other, low: contrast(token(one), token(other)) < 4.5 }).toEqual({
            ...{ name, one, other },
            low: false,
          });
      }
  });
});

describe("an app with stated content", () => {
  it.each([
    "a counter that starts at 10 and steps by 5 with a goal of 30",
    "a counter from 5 to 9",
    "a picker wheel with numbers 1 to 60",
    "a world clock with Lima",
    "a pomodoro timer with 1 round and presets of 90 minutes",
    "2048 on a 3x3 board",
    "2048 on a 5x5 board",
    "flashcards about birds in dark mode only",
  ])("passes its own tests: %s", (request) => {
    const { proposal } = consult({ messages: [request] });
    const blueprint = BLUEPRINTS.find(({ kind }) => kind === proposal?.kind)!;
    const all = blueprint.features.map(({ id }) => id);
    const manifest = draft({ plan: planFor(blueprint, all, { request: [request] }) });
    expect(draftFaults({ plan: planFor(blueprint, all), manifest, before: null })).toEqual([]);
    expect(run(manifest, "none")).toMatch(/^exit 0/);
  });

  it("is composed of what was asked last, also after another app", () => {
    const request = ["a counter that starts at 7", "no", "a timer of 30 seconds"];
    const timer = BLUEPRINTS.find(({ kind }) => kind === "timer")!;
    const { files } = draft({ plan: planFor(timer, [], { request }) });
    expect(files.find(({ path }) => path === "public/app.js")?.content).toContain('Number("30")');
  });
});

describe("the offline brain as architect", () => {
  it("refuses a plan without a blueprint", () => {
    const plan = planFor(BLUEPRINTS[0]!, []);
    expect(() => draft({ plan: { ...plan, kind: "chess-engine" } })).toThrow(/no blueprint 'chess-engine'/);
  });
});
