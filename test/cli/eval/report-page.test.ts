import { describe, expect, it } from "@jest/globals";
import { reportOf } from "#cli/eval/report.ts";
import { reportPage } from "#cli/eval/report-page.ts";
import { evalResult } from "#test/cli/eval/results.ts";

const RUN = { started_at: "2026-01-01T00:00:00Z", url: "http://127.0.0.1", file: "requests", requests: 1 };

describe("the page of a report", () => {
  it("shows what people and apps wrote as text, and runs no scripts", () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const visit = {
      checks: { passed: [], failed: [{ name: hostile, reason: hostile }] },
      page_errors: [hostile],
      look: { blank: false, overflows: [320], barriers: [`image-alt: ${hostile}`] },
      screenshot: 'a"b.png',
    };
    const page = reportPage(reportOf(RUN, [evalResult({ say: [hostile], speech: hostile, visit })]));
    expect(page).not.toContain("<img src=x");
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(page).toContain('src="a&quot;b.png"');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain("<script");
    expect(page).toContain("the page scrolls sideways at 320 px");
  });

  it("states each problem of a result", () => {
    const result = evalResult({ is: "plan", outcome: "asked", expected: false, wrong: ["view board"] });
    const page = reportPage(reportOf(RUN, [result]));
    expect(page).toContain("expected plan, asked");
    expect(page).toContain("wrong: view board");
  });
});
