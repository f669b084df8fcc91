import { describe, expect, it } from "@jest/globals";
import { compare } from "#cli/eval/compare.ts";
import { comparisonPage } from "#cli/eval/comparison-page.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { DEPLOYED, evalResult, SEEN, storedReport } from "./results.ts";

const compared = (before: readonly EvalResult[], after: readonly EvalResult[]) =>
  compare(storedReport(before), storedReport(after));

/** Results of so many requests, as expected or not. */
const results = (count: number, expected: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) =>
    evalResult({ id: `r${index}`, is: "plan", expected: expected(index) }),
  );

describe("a comparison of two runs", () => {
  it("states for each request what no longer holds, and what holds now", () => {
    const before = evalResult({
      is: "plan",
      expected: true,
      held: ["view board", "type date"],
      missed: ["type money"],
      build: DEPLOYED,
      visit: { ...SEEN, checks: { passed: ["adds a book"], failed: [{ name: "sorts", reason: "no" }] } },
    });
    const after = evalResult({
      is: "plan",
      expected: true,
      held: ["type date", "type money"],
      wrong: ["view board"],
      build: { ...DEPLOYED, status: "PARTIAL", acceptance: { passed: false, reason: "1 of 3 failed." } },
      visit: {
        ...SEEN,
        page_errors: ["x is not defined"],
        look: { blank: true, overflows: [320], barriers: ["button-name: button"] },
        checks: { passed: ["sorts"], failed: [{ name: "adds a book", reason: "no" }] },
      },
    });
    const { requests } = compared([before], [after]);
    expect(requests).toMatchObject([{ id: "books", ended: ["DEPLOYED", "PARTIAL"] }]);
    expect(requests[0]?.lost).toEqual([
      "label: view board",
      "is built",
      "passes the acceptances of its plan",
      "has no page errors",
      "shows something",
      "does not scroll sideways",
      "has no serious barriers",
      "passes the check: adds a book",
    ]);
    expect(requests[0]?.gained).toEqual(["label: type money", "passes the check: sorts"]);
    expect(compared([after], [after]).requests).toEqual([]);
  });

  it("loses what was expected where a plan became a question, and a plan where nothing was expected", () => {
    const asked = { outcome: "asked", plan: null } as const;
    const was = evalResult({ is: "plan", expected: true, held: ["type date"] });
    expect(compared([was], [{ ...was, ...asked, expected: false, held: [] }]).requests).toMatchObject([
      { ended: ["planned", "asked"], lost: ["leads to what is expected: plan"], gained: [] },
    ]);
    expect(compared([evalResult()], [evalResult(asked)]).requests[0]?.lost).toEqual(["leads to a plan"]);
    expect(compared([evalResult()], [evalResult({ error: "busy" })]).requests[0]?.lost).toEqual([
      "is evaluated to its end",
    ]);
  });

  it("does not compare what only one run looked at", () => {
    const built = evalResult({ build: DEPLOYED, visit: SEEN, seconds: { reply: 1, end: 9 } });
    const { shares, amounts, requests } = compared([built], [evalResult()]);
    expect(requests).toMatchObject([{ ended: ["DEPLOYED", "planned"], lost: [], gained: [] }]);
    expect(shares.map(({ name }) => name)).toEqual(["planned", "wrong plans"]);
    expect(amounts.map(({ name }) => name)).not.toContain("seconds to the end");
  });
});

describe("the tests of a comparison", () => {
  it("call a difference what is hardly chance, and nothing else", () => {
    const expectedIn = (before: (index: number) => boolean, after: (index: number) => boolean) =>
      compared(results(40, before), results(40, after)).shares.find(({ name }) => name === "as expected");
    const all = () => true;
    expect(expectedIn(all, all)).toMatchObject({ better: 0, worse: 0, p: 1, verdict: "the same" });
    expect(expectedIn(all, (index) => index > 4)).toMatchObject({
      before: { count: 40, of: 40 },
      after: { count: 35, of: 40 },
      worse: 5,
      verdict: "no difference shown",
    });
    expect(expectedIn(all, (index) => index > 14)).toMatchObject({ worse: 15, verdict: "worse" });
    expect(expectedIn((index) => index > 14, all)).toMatchObject({ better: 15, verdict: "better" });
    const shuffled = expectedIn(
      (index) => index % 2 === 0,
      (index) => index % 2 === 1,
    );
    expect(shuffled).toMatchObject({ better: 20, worse: 20, verdict: "no difference shown" });
  });

  it("count wrong plans and what is spent as better when there is less", () => {
    const spending = (tokens: number, wrong: readonly string[]) =>
      Array.from({ length: 20 }, (_, index) => {
        const consultation = { calls: 1, input_tokens: tokens, output_tokens: 0, cost_usd: 0 };
        return evalResult({ id: `r${index}`, consultation, wrong });
      });
    const { shares, amounts } = compared(spending(100, ["view board"]), spending(60, []));
    expect(shares.find(({ name }) => name === "wrong plans")).toMatchObject({
      better: 20,
      verdict: "better",
    });
    expect(amounts.find(({ name }) => name === "tokens")).toMatchObject({
      ...{ before: 2000, after: 1200, of: 20, better: 20, verdict: "better" },
    });
    expect(amounts.find(({ name }) => name === "cost, USD")).toMatchObject({ verdict: "the same" });
  });
});

describe("the requests of two runs", () => {
  it("are compared where both have them, and the others are named", () => {
    const before = storedReport([evalResult(), evalResult({ id: "old" }), evalResult({ id: "changed" })]);
    const after = storedReport(
      [
        evalResult(),
        evalResult({ id: "new" }),
        evalResult({ id: "changed", request_sha256: "2".repeat(64) }),
      ],
      { file: "others.jsonl", requests: 4, machine: { ...before.machine, cpus: 8 } },
    );
    const comparison = compare(before, after);
    expect(comparison.compared).toBe(1);
    expect(comparison.notes).toEqual([
      "Not compared, only in the report before: old.",
      "Not compared, only in the report after: new.",
      "Not compared, other messages, labels or checks under the same id: changed.",
      "The files differ: requests.jsonl and others.jsonl.",
      "The run of 2026-09-01T10:00:00.000Z did not end: it has 3 of 4 requests.",
      "The machines differ, so that times cannot be compared.",
    ]);
    expect(() => compared([evalResult()], [evalResult({ id: "other" })])).toThrow(
      "The two reports have no request in common.",
    );
  });
});

describe("the page of a comparison", () => {
  it("shows what was said as text, with what changed", () => {
    const markup = "<img src=x onerror=alert(1)>";
    const was = evalResult({ say: [markup], held: ["view board"] });
    const html = comparisonPage(compared([was], [{ ...was, held: [], wrong: ["view board"] }]));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x");
    expect(html).toContain('<li class="bad">no longer: label: view board</li>');
    expect(html).toContain("<td>no difference shown</td>");
  });
});
