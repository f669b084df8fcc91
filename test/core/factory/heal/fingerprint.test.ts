import { describe, expect, it } from "@jest/globals";
import { fingerprintText, normalise } from "#core/factory/heal/fingerprint.ts";
import { fc } from "#test/support/property.ts";

interface Run {
  root: string;
  ms: number;
  line: number;
  port: number;
  time: Date;
  address: number;
}
/** One failure as a test runner tells it, in one of its many runs. */
const tell = ({ root, ms, line, port, time, address }: Run) => `
TAP version 13
# ${time.toISOString()} starting
not ok 1 - adds a task
  duration_ms: ${ms / 7}
  location: '${root}/test/tasks.test.js:${line}:3'
  error: 'Expected 3, actual 4'
  at file://${root}/test/tasks.test.js:${line}:${line + 2}
Error: request to http://127.0.0.1:${port}/api/x failed after ${ms} ms at 0x${address.toString(16)}
ℹ duration_ms ${ms}
`;
const anyRun = fc.record({
  root: fc
    .array(fc.stringMatching(/^[a-zA-Z0-9_-]{1,10}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => `/${parts.join("/")}`),
  ms: fc.integer({ min: 1, max: 99_999 }),
  line: fc.integer({ min: 1, max: 900 }),
  port: fc.integer({ min: 1024, max: 65_535 }),
  time: fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
  address: fc.integer({ min: 4096, max: 2 ** 31 }),
});

describe("the fingerprint of a failure", () => {
  it("is the same for every run of one failure", () => {
    fc.assert(
      fc.property(anyRun, anyRun, (one, other) => {
        expect(fingerprintText(tell(one))).toBe(fingerprintText(tell(other)));
      }),
    );
  });

  it("does not depend on the order of lines", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["Error: a", "Error: b", "Error: c"], { minLength: 3 }), (lines) => {
        expect(fingerprintText(lines.join("\n"))).toBe(fingerprintText("Error: a\nError: b\nError: c"));
      }),
    );
  });

  it.each([
    ["Expected 3, actual 4", "Expected 3, actual 5"],
    ["Cannot find module './a.js'", "Cannot find module './b.js'"],
    ["Error: x is undefined", "Error: y is undefined"],
    ["not ok - /tmp/a/test/one.test.js", "not ok - /tmp/a/test/two.test.js"],
  ])("distinguishes '%s' from '%s'", (one, other) => {
    expect(fingerprintText(one)).not.toBe(fingerprintText(other));
  });

  it("keeps the message and removes paths, positions, colours and durations", () => {
    expect(normalise("\u001b[31mfail\u001b[0m /tmp/gantry-x1/ws/test/a.test.js:12:7 took 31 ms")).toBe(
      "fail <dir>/test/a.test.js took <duration>",
    );
  });

  it("accepts any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(fingerprintText(text)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});
