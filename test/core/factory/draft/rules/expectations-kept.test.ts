import { describe, expect, it } from "@jest/globals";
import { EXPECTATIONS_KEPT } from "#core/factory/draft/rules/expectations-kept.ts";
import { fc } from "#test/support/property.ts";
import { MANIFEST, PLAN } from "#test/support/samples.ts";

const app = (content: string, path = "test/a.test.js") => ({ ...MANIFEST, files: [{ path, content }] });
const inCase = (statement: string) => `test("adds", async () => {\n  ${statement}\n});\n`;

function faultsOf(before: string, after: string): string[] {
  const draft = { plan: PLAN, manifest: app(inCase(after)), before: app(inCase(before)) };
  return EXPECTATIONS_KEPT.faults(draft);
}

describe("a repair that changes an assertion", () => {
  it.each([
    ["expect(add(1, 2)).toBe(3);", "expect(add(1, 2)).toBe(4);", "no longer contains 3"],
    ["expect(add(1, 2)).toBe(3);", "expect(add(3, 0)).toBe(3);", "no longer contains 1"],
    ['assert.equal(name(), "Ann");', 'assert.equal(name(), "Bob");', 'no longer contains "Ann"'],
    ["expect(sum()).toBeCloseTo(0.3, 10);", "expect(sum()).toBeCloseTo(0.3, 1);", "no longer contains 10"],
    ["expect(rows()).toEqual([1, 2]);", "expect(rows()).toContain(1, 2);", "accepts more values"],
    ["expect(rows()).toHaveLength(2);", "expect(rows(2)).toBeTruthy();", "accepts more values"],
    ["expect(done(true)).toBe(true);", "expect(done(true)).toBeTruthy();", "accepts more values"],
    ["expect(total()).toBe(3);", "expect(total()).not.toBe(3);", "accepts more values"],
    ["assert.strictEqual(total(), 3);", "assert.ok(total(3));", "accepts more values"],
    ["assert.throws(() => parse(1));", "assert.doesNotThrow(() => parse(1));", "accepts more values"],
    ["assert.match(text(), /^a+$/);", "assert.match(text(), /a*/);", "no longer contains /^a+$/"],
    ["assert.ok(total() === 3);", "assert.ok(total(3));", "compares less"],
    ["assert.ok(total() > 3);", "assert.ok(total() > 3 || ready());", "accepts an alternative"],
    ["expect(total()).toBe(3);", "if (ready) { expect(total()).toBe(3); }", "runs only sometimes"],
    ["expect(total()).toBe(3);", "if (ready()) expect(total()).toBe(3);", "runs only sometimes"],
    ["expect(total()).toBe(3);", "if (!ready) return;\n  expect(total()).toBe(3);", "runs only sometimes"],
    [
      "expect(total()).toBe(3);",
      "if (!ready) { return; }\n  expect(total()).toBe(3);",
      "runs only sometimes",
    ],
    ["expect(total()).toBe(3);", "ready && expect(total()).toBe(3);", "runs only sometimes"],
    [
      "expect(total()).toBe(3);",
      "for (const row of rows) { expect(total()).toBe(3); }",
      "runs only sometimes",
    ],
    [
      'expect(find(screen.getByText("Saved"))).toBeTruthy();',
      'expect(find(screen.getByText("S"))).toBeTruthy();',
      'no longer contains "Saved"',
    ],
  ])("is refused: %s becomes %s", (before, after, why) => {
    expect(faultsOf(before, after)).toEqual([expect.stringContaining(`it ${why}`)]);
  });

  it.each([
    ["expect(total()).toBe(3);", "expect(await total()).toBe(3);"],
    ["expect(total()).toBe(3);", "const value = total();\n  expect(value).toBe(3);"],
    ["expect(total()).toBe(3);", "expect(total()).toStrictEqual(3);"],
    ["expect(total()).toContain(3);", "expect(total()).toEqual([3]);"],
    ["assert.equals(total(), 3);", "assert.equal(total(), 3);"],
    ["assert.ok(total() === 3);", "assert.equal(total(), 3);\n  assert.ok(total() === 3);"],
    ["assert.equal(name(), 'Ann');", 'assert.equal(name(), "Ann");'],
    [
      'expect(screen.getByRole("button").value).toBe(1);',
      'expect(screen.getByTestId("save").value).toBe(1);',
    ],
    [
      'expect(page.querySelector("#a").value).toBe("x");',
      'expect(page.querySelector(".b").value).toBe("x");',
    ],
    ["expect(box).toBeInTheDocument();", "expect(box).toBeTruthy();"],
    ["if (ready) { expect(total()).toBe(3); }", "expect(total()).toBe(3);"],
    ["expect(a()).toBe(1);\n  expect(b()).toBe(2);", "expect(b()).toBe(2);\n  expect(a()).toBe(1);"],
  ])("is accepted: %s becomes %s", (before, after) => expect(faultsOf(before, after)).toEqual([]));

  it("is judged in a test file that it moves", () => {
    const draft = {
      plan: PLAN,
      manifest: app(inCase("expect(total()).toBe(4);"), "test/unit/a.test.js"),
      before: app(inCase("expect(total()).toBe(3);")),
    };
    expect(EXPECTATIONS_KEPT.faults(draft)).toEqual([expect.stringContaining("test/unit/a.test.js")]);
  });

  it("names the assertion as it was written", () => {
    const [fault] = faultsOf('assert.equal(name(), "Ann");', 'assert.equal(name(), "Bob");');
    expect(fault).toMatch(
      /^The repair weakens the assertion "assert\.equal\(name\(\),"Ann"\)" in test\/a\.test\.js/,
    );
  });
});

describe("any assertions", () => {
  // Every text contains the empty one, so expecting it is no assertion.
  const value = fc.oneof(fc.integer(), fc.string({ minLength: 1 }));
  const assertion = fc
    .tuple(fc.constantFrom("toBe", "toEqual", "toContain", "toMatch"), value)
    .map(([matcher, expected]) => `expect(read()).${matcher}(${JSON.stringify(expected)});`);
  const all = fc.uniqueArray(assertion, { minLength: 1, maxLength: 6 });

  it("may be moved, and added to", () => {
    fc.assert(
      fc.property(all, assertion, (texts, more) => {
        expect(faultsOf(texts.join("\n"), [more, ...texts.toReversed()].join("\n"))).toEqual([]);
      }),
    );
  });

  it("may not be replaced by others that expect another value", () => {
    fc.assert(
      fc.property(all, fc.nat(), (texts, place) => {
        const changed = texts.with(place % texts.length, 'expect(read()).toBe("another value");');
        expect(faultsOf(texts.join("\n"), changed.join("\n"))).toHaveLength(1);
      }),
    );
  });
});
