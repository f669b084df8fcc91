import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";

let root = "";
afterEach(() => rmSync(root, { recursive: true }));

/** Runs `.ci/run` where each npm script prints and ends as given. */
function run(scripts: Record<string, string>, args: readonly string[] = []) {
  root = mkdtempSync(join(tmpdir(), "gantry-ci-"));
  for (const folder of [".ci", "bin"]) mkdirSync(join(root, folder));
  copyFileSync(".ci/run", join(root, ".ci/run"));
  const cases = Object.entries(scripts).map(([name, body]) => `${name}) ${body} ;;`);
  const calls = join(root, "calls");
  const npm = `echo "$*" >> ${calls}\n[ "$1" = run ] && shift\ncase $1 in ${cases.join("\n")} esac`;
  writeFileSync(join(root, "bin/npm"), `#!/bin/sh\n${npm}\n`, { mode: 0o755 });
  const { status, stdout } = spawnSync("bash", [".ci/run", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: `${join(root, "bin")}:/usr/bin:/bin`, GIT_CEILING_DIRECTORIES: tmpdir() },
  });
  return {
    status,
    last: stdout.trim().split("\n").at(-1),
    calls: readFileSync(calls, "utf8").trim().split("\n"),
  };
}

const says = (line: string, code = 0) => `echo "Tests:       ${line}"; exit ${code}`;
const GREEN = { test: says("5 skipped, 300 passed, 305 total"), "test:sample": says("20 passed, 20 total") };

describe("the CI script", () => {
  it("ends with one line for the fast tests and the sample", () => {
    expect(run(GREEN)).toMatchObject({ status: 0, last: "320 passed, 0 failed" });
  });

  it("counts the failures of both", () => {
    const red = { ...GREEN, "test:sample": says("2 failed, 18 passed, 20 total", 1) };
    expect(run(red)).toMatchObject({ status: 1, last: "318 passed, 2 failed" });
  });

  it.each([
    ["the checks", { ...GREEN, verify: "exit 1" }, "0 passed, 1 failed"],
    ["a judge", { ...GREEN, judges: "exit 1" }, "320 passed, 1 failed"],
    [
      "a run in which no test failed",
      { ...GREEN, test: says("300 passed, 300 total", 1) },
      "320 passed, 1 failed",
    ],
    ["a run that printed nothing", { ...GREEN, test: "exit 1" }, "20 passed, 1 failed"],
  ])("fails with %s", (_, scripts, last) => {
    expect(run(scripts)).toMatchObject({ status: 1, last });
  });

  it("runs both with the same seed", () => {
    const seeded = (seed: string) => [
      "run verify",
      `test -- --seed=${seed}`,
      `run test:sample -- --seed=${seed}`,
      "run judges --silent",
    ];
    expect(run(GREEN, ["--seed", "42"]).calls).toEqual(seeded("42"));
    rmSync(root, { recursive: true });
    expect(run(GREEN).calls).toEqual(seeded("1"));
  });
});
