import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { createNotices } from "#adapters/files/notices.ts";
import type { Check } from "#core/operations/check.ts";
import { noticeFile, watchMachine } from "#local/machine-watch.ts";

const NONE: Check = {
  name: "sandbox",
  state: "fail",
  detail: "Builds are refused.",
  fix: "sudo apk add bubblewrap",
};
const FINE: Check = { name: "sandbox", state: "ok", detail: "bwrap" };
const NOTICE = {
  about: "builds",
  sentence: "Builds are refused.",
  fix: "sudo apk add bubblewrap",
  refused: true,
};

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-watch-"));
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  rmSync(home, { recursive: true, force: true });
});

function watched(...answers: Check[][]) {
  const lines: unknown[] = [];
  let looked = 0;
  const examine = async () => answers[Math.min(looked++, answers.length - 1)] as Check[];
  const log = (level: string, message: string) => void lines.push([level, message]);
  return { lines, looked: () => looked, watch: () => watchMachine({ root: "/", home }, log, examine) };
}

describe("a machine without a sandbox", () => {
  it("causes one warning, limits plans, and is checked again until a sandbox is found", async () => {
    const { lines, looked, watch } = watched([NONE], [NONE], [FINE]);
    const notices = createNotices(noticeFile(home));
    expect(await notices()).toEqual([]);
    await watch();
    expect(await notices()).toEqual([NOTICE]);
    expect((statSync(noticeFile(home)).mode & 0o777).toString(8)).toBe("600");
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await notices()).toEqual([NOTICE]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await notices()).toEqual([]);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(looked()).toBe(3);
    expect(lines).toEqual([
      ["WARN", "Builds are refused. To fix it: sudo apk add bubblewrap"],
      ["INFO", "sandbox works now: bwrap."],
    ]);
  });
});

describe("a machine with everything that builds need", () => {
  it("is checked once", async () => {
    const { lines, looked, watch } = watched([FINE]);
    await watch();
    await jest.advanceTimersByTimeAsync(600_000);
    expect([looked(), lines]).toEqual([1, []]);
    expect(readFileSync(noticeFile(home), "utf8")).toBe("[]");
  });
});

it("a notice file that cannot be read contains no notices", async () => {
  writeFileSync(noticeFile(home), '[{"about":');
  expect(await createNotices(noticeFile(home))()).toEqual([]);
  expect(await createNotices(undefined)()).toEqual([]);
});
