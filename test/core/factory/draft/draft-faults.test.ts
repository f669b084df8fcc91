import { describe, expect, it } from "@jest/globals";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { MANIFEST, MISSION, PLAN } from "#test/support/samples.ts";

const [PAGE] = MANIFEST.files as [(typeof MANIFEST.files)[number]];
const [PROMISE] = PLAN.acceptance as [string];

const IMPORTS = `import assert from "node:assert";\nimport { test } from "node:test";\nimport { run, value } from "../public/app.js";\n`;
const APP = { path: "public/app.js", content: "export const value = (n) => n + 1;" };
const asserting = (count: number) =>
  `${IMPORTS}${Array.from({ length: count }, (_, index) => `test("t${index}", () => assert.ok(value(${index})));\n`).join("")}`;
const withTests = (tests: Record<string, string>, rest: Partial<Manifest> = {}): Manifest => ({
  ...MANIFEST,
  files: [PAGE, APP, ...Object.entries(tests).map(([path, content]) => ({ path, content }))],
  ...rest,
});
const open = { do: "open", path: "/" } as const;
const add = { do: "click", target: { role: "button", name: "Add" } } as const;
const see = (text: string) => ({ do: "see", text }) as const;
const faults = (manifest: Manifest, before: Manifest | null = null) =>
  draftFaults({ plan: PLAN, manifest, before });

describe("a draft", () => {
  it("with an asserting test and steps for each promise has no faults", () => {
    expect(faults(MANIFEST)).toEqual([]);
  });

  it.each([
    ["that always succeeds", "true", /must start with node --test/],
    ["of another stack", "vitest run", /must start with node --test/],
    ["that runs one test only", "node --test --test-name-pattern=adds", /must not have segments/],
    ["followed by another", "node --test && true", /plain ASCII/],
    ["of a file outside the draft", "node --test ../other.test.js", /must/],
  ])("may not have an audit command %s", (_, audit_command, fault) => {
    expect(faults({ ...MANIFEST, audit_command })).toEqual([expect.stringMatching(fault)]);
  });

  it("may name a test file in its audit command", () => {
    expect(faults({ ...MANIFEST, audit_command: "node --test test/app.test.js" })).toEqual([]);
  });

  it.each<[string, Acceptance[], RegExp | null]>([
    [
      "no steps of that name",
      [{ name: "adds", steps: [{ do: "see", text: "Tasks" }] }],
      /No entry of acceptance has the name "A task can be added\."/,
    ],
    [
      "steps that look at nothing",
      [{ name: PROMISE, steps: [{ do: "open", path: "/" }, { do: "reload" }] }],
      /would pass on an empty page/,
    ],
    [
      "steps that only see nothing",
      [
        {
          name: PROMISE,
          steps: [
            { do: "open", path: "/" },
            { do: "not_see", text: "Error" },
          ],
        },
      ],
      /would pass on an empty page/,
    ],
    [
      "steps that act and then see nothing",
      [
        {
          name: PROMISE,
          steps: [
            { do: "click", target: { text: "Clear" } },
            { do: "not_see", text: "Milk" },
          ],
        },
      ],
      null,
    ],
    [
      "steps that look at an attribute",
      [
        {
          name: PROMISE,
          steps: [add, { do: "attribute", target: { css: "html" }, name: "lang", value: "de" }],
        },
      ],
      null,
    ],
    [
      "steps that see the title of the app and no more",
      [
        {
          name: PROMISE,
          steps: [
            { do: "open", path: "/" },
            { do: "see", text: PLAN.title },
          ],
        },
      ],
      /would pass on a page that shows only the app's title: do what is promised/,
    ],
    [
      "two lists of steps, of which one does what is promised",
      [
        { name: PROMISE, steps: [{ do: "see", text: PLAN.title }] },
        { name: PROMISE, steps: [open, add, see("Milk")] },
      ],
      null,
    ],
    [
      "steps that only open the app and see a text of it",
      [{ name: PROMISE, steps: [open, see("No tasks yet")] }],
      /look at the page without doing anything before: do what is promised/,
    ],
    [
      "steps that see a text and then do something",
      [{ name: PROMISE, steps: [open, see("No tasks yet"), add] }],
      /without doing anything before/,
    ],
    [
      "steps that open the start page by its file",
      [{ name: PROMISE, steps: [{ do: "open", path: "/index.html" }, see("No tasks yet")] }],
      /without doing anything before/,
    ],
    [
      "steps that open another page of the app",
      [{ name: PROMISE, steps: [{ do: "open", path: "/#/done" }, see("Nothing done yet")] }],
      null,
    ],
    [
      "steps that press a key",
      [{ name: PROMISE, steps: [open, { do: "press", key: "n" }, see("New")] }],
      null,
    ],
  ])("is checked when its promise has %s", (_, acceptance, fault) => {
    const found = faults({ ...MANIFEST, acceptance });
    expect(found).toEqual(fault ? [expect.stringMatching(fault)] : []);
  });

  it.each([
    ["of all cases of a table", "for (const n of [1, 2]) { assert.equal(value(n), n + 1); }"],
    [
      "of both sides of a condition",
      "if (value(1) > 1) { assert.ok(run()); } else { assert.equal(run(), 0); }",
    ],
    [
      "under a condition that has to hold",
      'if (value(1) === 2) { assert.ok(run()); } else { throw new Error("no"); }',
    ],
    ["beside one under a condition", "assert.equal(value(1), 2); if (value(2) > 1) assert.ok(run());"],
    ["beside one that nothing is thrown", "assert.doesNotThrow(run); assert.equal(value(1), 2);"],
  ])("may have assertions %s", (_, body) => {
    expect(faults(withTests({ "test/a.test.js": `${IMPORTS}test("a", () => { ${body} });` }))).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    ["a heading of the page", "<main id=app><h1>My tasks</h1></main>", "My tasks", false],
    ["the label of a field", "<form><label>New task <input></label></form>", "New task", false],
    ["a heading that the app may hide", '<h1 class="saved">Saved</h1>', "Saved", true],
    ["a heading in a dialog", "<dialog><h2>Saved</h2></dialog>", "Saved", true],
    ["a text of the page", "<p>No tasks yet</p>", "No tasks yet", true],
    ["what the app shows", "<h1>My tasks</h1>", "1 task", true],
  ])("whose steps do something and then see %s", (_, content, text, shown) => {
    const fill = { do: "fill", target: { css: "input" }, value: "Milk" } as const;
    const page = { path: "public/index.html", content: `<!doctype html><body>${content}<br></body>` };
    const files = [page, ...MANIFEST.files.filter(({ path }) => path !== page.path)];
    for (const act of [fill, add]) {
      const found = faults({
        ...MANIFEST,
        files,
        acceptance: [{ name: PROMISE, steps: [open, act, see(text)] }],
      });
      expect(found).toEqual(shown ? [] : [expect.stringMatching(/what the page always shows/)]);
    }
  });

  it.each([
    ["The page shows our opening hours.", true],
    ["Die Seite zeigt unsere Öffnungszeiten.", true],
    ["La page d’accueil présente nos horaires.", true],
    ["El sitio web indica nuestro horario.", true],
    ["The page shows a total after a bill is entered.", false],
    ["The list shows a task after it is added.", false],
    ["A task can be added and is on the page.", false],
  ])("may only see what the page shows if that is the promise: %s", (promise, isContent) => {
    const plan = { ...PLAN, acceptance: [promise] };
    const acceptance = [{ name: promise, steps: [open, see("Monday to Friday")] }];
    const found = draftFaults({ plan, manifest: { ...MANIFEST, acceptance }, before: null });
    expect(found).toEqual(isContent ? [] : [expect.stringMatching(/without doing anything before/)]);
  });

  it("that is generated has to see more than its title, and may see what the page shows", () => {
    const plan = { ...PLAN, specification: PLANTS };
    const found = (text: string) => {
      const acceptance = [{ name: PROMISE, steps: [open, see(text)] }];
      return draftFaults({ plan, manifest: { ...MANIFEST, acceptance }, before: null });
    };
    expect(found("Monday to Friday")).toEqual([]);
    expect(found(PLAN.title)).toEqual([expect.stringMatching(/shows only the app's title/)]);
  });

  it.each<[string, Manifest, RegExp]>([
    ["no tests", withTests({}), /no tests: add a file that "node --test" runs, such as test\/app\.test\.js/],
    [
      "no tests in a test file",
      withTests({ "test/a.test.js": "export const helper = 1;" }),
      /test\/a\.test\.js is run as a test but has no test case/,
    ],
    [
      "a test without an assertion",
      withTests({ "test/a.test.js": `${IMPORTS}test("runs", () => { run(); });` }),
      /test\/a\.test\.js asserts nothing/,
    ],
    [
      "a test that asserts in a comment",
      withTests({ "test/a.test.js": `${IMPORTS}test("runs", () => { run(); /* assert.ok(1) */ });` }),
      /asserts nothing/,
    ],
    [
      "a test that asserts a constant",
      withTests({
        "test/a.test.js": `${IMPORTS}test("runs", () => { assert.ok(true); assert.equal(1, 1); });`,
      }),
      /asserts nothing/,
    ],
    [
      "assertions only under a condition",
      withTests({
        "test/a.test.js": `${IMPORTS}test("a", () => { const n = value(1); if (n > 5) { assert.equal(n, 2); } });`,
      }),
      /test\/a\.test\.js asserts something only if a condition holds/,
    ],
    [
      "assertions only behind what may return",
      withTests({
        "test/a.test.js": `${IMPORTS}test("a", () => { const n = value(1); if (n !== 3) return; assert.equal(n, 3); });`,
      }),
      /only if a condition holds/,
    ],
    [
      "assertions only that nothing is thrown",
      withTests({
        "test/a.test.js": `${IMPORTS}test("a", () => { assert.doesNotThrow(() => value(1)); });`,
      }),
      /test\/a\.test\.js asserts only that nothing is thrown/,
    ],
    [
      "an empty test case among others",
      withTests({ "test/a.test.js": `${asserting(1)}test("later", () => {});` }),
      /test\/a\.test\.js has a test case with an empty body/,
    ],
    [
      "only a skipped test",
      withTests({ "test/a.test.js": 'test.skip("runs", () => { assert.ok(run()); });' }),
      /has no test case/,
    ],
    ["a test the stack's audit does not find", withTests({ "test/a.js.txt": asserting(1) }), /no tests/],
  ])("with %s is refused", (_, manifest, fault) => {
    expect(faults(manifest)).toEqual([expect.stringMatching(fault)]);
  });

  it("with a helper among its tests is accepted, but not with helpers alone", () => {
    const helper = { "test/support/dom.js": "export const page = () => document.body;" };
    expect(faults(withTests({ "test/a.test.js": asserting(1), ...helper }))).toEqual([]);
    expect(faults(withTests(helper))).toEqual([expect.stringContaining("no tests")]);
    const testing = { "test/support/dom.js": `${IMPORTS}test("runs", () => { run(); });` };
    expect(faults(withTests({ "test/a.test.js": asserting(1), ...testing }))).toEqual([
      expect.stringContaining("test/support/dom.js asserts nothing"),
    ]);
  });

  it("with a test encoded in base64 is checked all the same", () => {
    const content = Buffer.from(asserting(1)).toString("base64");
    const files = [PAGE, APP, { path: "test/a.test.js", content, encoding: "base64" as const }];
    expect(faults({ ...MANIFEST, files })).toEqual([]);
  });
});

describe("a repair", () => {
  const before = withTests({ "test/a.test.js": asserting(3), "test/b.test.js": asserting(1) });

  it.each<[string, Manifest, RegExp | null]>([
    [
      "changes the app",
      { ...before, files: [{ ...PAGE, content: "<h1>Mended</h1>" }, ...before.files.slice(1)] },
      null,
    ],
    [
      "adds tests",
      withTests({
        "test/a.test.js": asserting(4),
        "test/b.test.js": asserting(1),
        "test/c.test.js": asserting(1),
      }),
      null,
    ],
    [
      "moves a test",
      withTests({ "test/unit/a.test.js": asserting(3), "test/b.test.js": asserting(1) }),
      null,
    ],
    [
      "deletes a file of tests",
      withTests({ "test/a.test.js": asserting(3) }),
      /^The repair deletes test\/b\.test\.js/,
    ],
    [
      "deletes test cases",
      withTests({ "test/a.test.js": asserting(2), "test/b.test.js": asserting(1) }),
      /^The repair leaves 2 of 3 test cases in test\/a\.test\.js/,
    ],
    [
      "skips a test case",
      withTests({
        "test/a.test.js": asserting(3).replace('test("t1', 'test.skip("t1'),
        "test/b.test.js": asserting(1),
      }),
      /^The repair leaves 2 of 3 test cases/,
    ],
    [
      "runs one test case only",
      withTests({
        "test/a.test.js": asserting(3).replace('test("t1', 'test.only("t1'),
        "test/b.test.js": asserting(1),
      }),
      /^The repair runs only some of the test cases in test\/a\.test\.js/,
    ],
    [
      "deletes an assertion",
      withTests({
        "test/a.test.js": asserting(3).replace("assert.ok(value(1))", "value(1)"),
        "test/b.test.js": asserting(1),
      }),
      /^The repair leaves 2 of 3 assertions/,
    ],
    [
      "makes an assertion trivial",
      withTests({
        "test/a.test.js": asserting(3).replace("value(1)", "true"),
        "test/b.test.js": asserting(1),
      }),
      /^The repair leaves 2 of 3 assertions/,
    ],
  ])("is judged by its tests when it %s", (_, manifest, fault) => {
    expect(faults(manifest, before)).toEqual(fault ? [expect.stringMatching(fault)] : []);
  });

  it("that deletes one of two tests of the same name is refused", () => {
    const both = withTests({ "test/a/x.test.js": asserting(2), "test/b/x.test.js": asserting(2) });
    const one = withTests({ "test/a/x.test.js": asserting(2) });
    const moved = withTests({ "test/c/x.test.js": asserting(2) });
    expect(faults(one, both)).toEqual([expect.stringMatching(/^The repair deletes test\/b\/x\.test\.js/)]);
    expect(faults(moved, both)).toEqual([expect.stringMatching(/^The repair deletes test\/b\/x\.test\.js/)]);
  });
});

describe("the draft of the architect", () => {
  it("is returned once with its faults, no matter who wrote it", async () => {
    const drafts = [
      { ...MANIFEST, acceptance: [{ name: "adds", steps: [{ do: "see", text: "x" }] }] },
      MANIFEST,
    ];
    const world = await missionWorld({ models: { architect: () => drafts.shift() } });
    await runUntil(world, "architect");
    await draftApp(world, MISSION);
    const [, second] = world.converser.requests;
    expect(second?.messages.at(-1)?.text).toContain(
      'No entry of acceptance has the name "A task can be added."',
    );
  });

  it("is refused and not stored when the second version has faults", async () => {
    const untested = { ...MANIFEST, files: [PAGE] };
    const world = await missionWorld({ models: { architect: () => untested } });
    await runUntil(world, "architect");
    await expect(draftApp(world, MISSION)).rejects.toMatchObject({
      code: "ModelRefused",
      message: expect.stringContaining("The draft has no tests"),
    });
    expect(world.converser.requests).toHaveLength(2);
  });
});
