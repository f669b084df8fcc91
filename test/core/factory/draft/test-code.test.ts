import { describe, expect, it } from "@jest/globals";
import { readTests } from "#core/factory/draft/test-code.ts";
import { fc } from "#test/support/property.ts";

function countsOf(source: string) {
  const { cases, assertions } = readTests(source);
  return { cases, assertions: assertions.length };
}

describe("reading test code", () => {
  it.each([
    ['test("a", () => {})', 0, 0],
    ['test("a", async function () { /* later */ }, 500); it("b", () => ({}))', 1, 0],
    ['it("a", () => expect(add(1, 2)).toBe(3))', 1, 1],
    ['test.only("a", f); it.concurrent("b", f); test.each([1])("c", f); test.each`x`("d", f)', 4, 0],
    ['test.skip("a", f); test.todo("b"); it.skip("c", f); xit("d", f)', 0, 0],
    ['describe.skip("g", () => { it("a", () => assert(x)); }); it("b", () => assert(y))', 1, 1],
    ['it.skipIf(a)("b", () => assert(x)); xdescribe("g", () => { it("c", () => assert(y)); })', 0, 0],
    ['test("a", { skip: true }, () => assert(x)); test("b", { skip: false }, () => assert(y))', 1, 1],
    ['test("a", (t) => { t.skip("later"); assert(x); }); test("b", { timeout: 5 }, () => assert(y))', 1, 1],
    ['it.fails("a", f); test.expectFailure("b", f)', 0, 0],
    ["assert(!false); assert.ok(1 === 1); assert.deepEqual({}, []); assert.doesNotThrow(() => {})", 0, 0],
    ["expect(add(1, 2)); expect((1, [2])).toEqual([]); expect(add(1, 2)).toBe(3)", 0, 1],
    ['t.test("inner", () => t.assert.equal(a, b))', 1, 1],
    ["if (/test(a)/.test(b)) pattern.test(b);", 0, 0],
    ["assert(x); assert.ok(x); assert.deepStrictEqual(a, [1]); assert.rejects(f)", 0, 4],
    ['assert(true); assert.ok(1, "always"); assert.equal("", ""); expect(true).toBe(true); expect(1)', 0, 0],
    ["expect.assertions(2); expect.soft(a).toBe(1); expect(a).not.toBe(2)", 0, 2],
    ['import { equal, ok as holds } from "node:assert/strict";\nequal(a, b); holds(c); other.equal(d)', 0, 2],
    ['import check, { equal } from "assert";\ncheck(a); check.equal(a, b); equal(a, b)', 0, 3],
    ['import * as must from "node:assert";\nmust.equal(a, b)', 0, 1],
    ['// test("a", () => assert(x))\n/* assert(y) */', 0, 0],
    ["const code = 'assert(x)'; const more = `test(\"a\")`;", 0, 0],
    ['const quote = /["\']/; assert(quote.test(x)); test("it\'s", () => assert(y))', 1, 2],
    ["const half = a / b; assert(half); const third = c / d;", 0, 1],
    ["if (false) assert(x); if (0) { assert(x); } while (!1) assert(x);\nassert(y)", 0, 1],
    ["false && assert(x); if (a === 0) assert(y)", 0, 1],
    ['test("a", () => { return; assert(x); }); test("b", () => { assert(y); return z; })', 2, 1],
    ["() => { throw new Error(); assert(x); }; assert(y)", 0, 1],
    ["() => { if (a) return; assert(x); if (b) { return; } assert(y); }", 0, 2],
    ["() => { if (a)\n return;\n assert(x);\n return run()\n .then(() => assert(y)); }", 0, 2],
    ["switch (a) { case 1: b(); return; case 2: assert(x); }", 0, 1],
    ["setTimeout(() => assert(x), 10); setInterval(() => { assert(y); }, 5)", 0, 0],
    ["globalThis.setTimeout(function () { assert(x); }); process.nextTick(() => assert(y))", 0, 0],
    ["await new Promise((end) => setTimeout(() => { assert(x); end(); }, 10))", 0, 1],
    ['test("a", (t, done) => { setTimeout(() => { assert(x); done(); }, 10); })', 1, 1],
    ["vi.useFakeTimers(); setTimeout(() => assert(x), 10); vi.advanceTimersByTime(10)", 0, 1],
    ["setTimeout(run, 10); assert(x)", 0, 1],
    ['const own = readFileSync(import.meta.filename, "utf8"); assert.match(own, /add/)', 0, 0],
    ["assert.ok((await readFile(new URL(import.meta.url), 'utf8')).includes('add'))", 0, 0],
    ["const own = fs.readFileSync(fileURLToPath(import.meta.url)).toString(); assert.match(own, /a/)", 0, 0],
    [
      'const page = readFileSync(new URL("../a.html", import.meta.url), "utf8"); assert.match(page, /a/)',
      0,
      1,
    ],
    ["try { assert(x); } catch {} try { assert(y); } catch (error) { log(error); }", 0, 0],
    ["try { f(); assert(x); } catch (error) { throw error; } try { assert(y); } finally { g(); }", 0, 2],
    ["try { f(); } catch (error) { assert(error); }", 0, 1],
    ["assert.equal(x, x); assert.deepEqual(f(a, [b]), f(a, [b])); expect(x).toBe(x)", 0, 0],
    ['assert.equal(f("a"), f("a")); expect(f("a")).toBe(f("b"))', 0, 1],
    [
      'assert.equal(f("a"), f("b")); assert.equal(x, x + 1); expect(x).not.toBe(y); expect(p).resolves.toBe(q)',
      0,
      4,
    ],
    ["const yes = true; assert.ok(yes); const sum = 3; assert.equal(sum, 3); expect(sum).toBe(3)", 0, 0],
    ["const sum = add(1, 2); assert.equal(sum, 3); let n = 0; n += add(1, 2); assert.equal(n, 3)", 0, 2],
    ["assert.equal(Math.max(1, 2), 2); assert.equal([1].length, 1); assert.equal(Math.max(a, 2), 2)", 0, 1],
    [
      'import { add } from "./a.js";\nassert.ok(add); assert.equal(typeof add, "function"); expect(add)',
      0,
      0,
    ],
    ['import { add } from "./a.js";\nexpect(add).toBeDefined(); expect(typeof add).toBe("function")', 0, 0],
    [
      'import { add, NAME } from "./a.js";\nassert.ok(add(1)); assert.equal(NAME, "a"); assert.ok(other)',
      0,
      3,
    ],
    ["assert.ok(add(1, 2) === 4 || true); assert.ok(add(1, 2) === 4 || add(2, 1) === 4)", 0, 1],
    [
      "expect(add(1)).toMatchSnapshot(); t.assert.snapshot(add(1)); expect(page).toMatchFileSnapshot(f)",
      0,
      0,
    ],
    ["expect(add(1)).toMatchInlineSnapshot(`2`); assert.equal(snapshot(a), b)", 0, 2],
    ["f().then(() => assert.ok(x)).catch(() => {}); assert.ok(y)", 0, 1],
    [
      "f().then(() => assert.ok(x)).catch(done); f().then(() => assert.ok(y)).catch((e) => { throw e; })",
      0,
      2,
    ],
    ["const error = await save(a).catch((caught) => caught); assert.ok(error)", 0, 1],
    ["assert.match(f(a), /.*/); expect(f(a)).toMatch(/^/); expect(f(a)).toContain('')", 0, 0],
    ["assert.match(f(a), /.+/); expect(f(a)).toMatch(/a*/); expect(f(a)).not.toContain(b)", 0, 3],
    [
      "assert.ok(rows(a).length >= 0); expect(rows(a).length >= 0).toBe(true); assert.ok(all.size >= 1)",
      0,
      1,
    ],
    ['function later() { assert.ok(x); } test("a", () => { run(); });', 1, 0],
    ['function holds(x) { assert.ok(x); } test("a", () => holds(run()));', 1, 1],
    ['test("a", function adds() { assert.ok(x); }); const f = function g() { assert.ok(x); }', 1, 2],
    ["export function holds(x) { assert.ok(x); } export async function is(x) { assert.ok(x); }", 0, 2],
    ["for (const a of []) { assert.ok(x(a)); } for (const a of [1]) assert.ok(x(a))", 0, 1],
    ["render(<p>Don't</p>);\nexpect(text()).toBe(1)", 0, 1],
  ])("finds cases and assertions: %j has %d and %d", (source, cases, assertions) => {
    expect(countsOf(source)).toEqual({ cases, assertions });
  });

  it("never counts the content of a string", () => {
    const quoted = fc.string().map((text) => JSON.stringify(`assert(x); test("a", b) ${text}`));
    fc.assert(
      fc.property(fc.array(quoted), (texts) => {
        const source = texts.map((text, index) => `const t${index} = ${text};`).join("\n");
        expect(countsOf(source)).toEqual({ cases: 0, assertions: 0 });
        expect(countsOf(`${source}\ntest("a", () => assert(x));`)).toEqual({ cases: 1, assertions: 1 });
      }),
    );
  });

  it("terminates on any input", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/*`'\"\\\n[(=at") }), (source) => {
        expect(readTests(source).cases).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
