import { describe, expect, it } from "@jest/globals";
import { TEST_DATA_KEPT } from "#core/factory/draft/rules/test-data-kept.ts";
import { MANIFEST, PLAN } from "#test/support/samples.ts";

const app = (content: string) => ({ ...MANIFEST, files: [{ path: "test/a.test.js", content }] });
const faultsOf = (before: string, after: string) =>
  TEST_DATA_KEPT.faults({ plan: PLAN, manifest: app(after), before: app(before) });

const EXPECTED = 'test("adds", () => assert.equal(add(1, 2), want));';
const MATCHED = 'test("adds", () => { expect(add(1, 2)).toBe(want); });';
const LOOP = 'test("adds", () => { for (const [a, sum] of cases) assert.equal(add(a, 2), sum); });';

describe("a repair of the values of a test", () => {
  it.each([
    [
      "an expected number",
      `const want = 3;\n${EXPECTED}`,
      `const want = 4;\n${EXPECTED}`,
      "want no longer contains 3",
    ],
    [
      "an expected number of a matcher",
      `const want = 3; ${MATCHED}`,
      `const want = 4; ${MATCHED}`,
      "want no longer contains 3",
    ],
    [
      "an expected text",
      `const want = "Ann";\n${EXPECTED}`,
      `const want = "Bob";\n${EXPECTED}`,
      'want no longer contains "Ann"',
    ],
    [
      "a value to what the app returns",
      `const want = 3;\n${EXPECTED}`,
      `const want = add(1, 2);\n${EXPECTED}`,
      "want no longer contains 3",
    ],
    [
      "cases to none",
      `const cases = [[1, 3]];\n${LOOP}`,
      `const cases = [];\n${LOOP}`,
      "cases no longer contains 1",
    ],
    [
      "one of the cases",
      `const cases = [[1, 3], [5, 7]];\n${LOOP}`,
      `const cases = [[1, 3]];\n${LOOP}`,
      "cases no longer contains 5",
    ],
    [
      "a table of cases",
      'test.each([[1, 3]])("adds", run);',
      'test.each([])("adds", run);',
      "a table of test cases no longer contains 1",
    ],
  ])("may not change %s", (_, before, after, why) => {
    expect(faultsOf(before, after)).toEqual([
      `The repair changes what test/a.test.js expects: ${why}. Repair the app and keep what its tests expect.`,
    ]);
  });

  it.each([
    ["add cases", `const cases = [[1, 3]];\n${LOOP}`, `const cases = [[1, 3], [5, 7]];\n${LOOP}`],
    ["change the form of the text", `const want = "Ann";\n${EXPECTED}`, `const want = 'Ann';\n${EXPECTED}`],
    ["change what no assertion expects", `const port = 80;\n${EXPECTED}`, `const port = 8080;\n${EXPECTED}`],
    [
      "extend a table of cases",
      'test.each([[1, 3]])("adds", run);',
      'test.each([[2, 4], [1, 3]])("adds", run);',
    ],
    [
      "compute a value by other means",
      `const want = total();\n${EXPECTED}`,
      `const want = await total();\n${EXPECTED}`,
    ],
    ["write it in place", `const want = 3;\n${EXPECTED}`, EXPECTED.replace("want", "3")],
  ])("may %s", (_, before, after) => expect(faultsOf(before, after)).toEqual([]));
});
