import { describe, expect, it } from "@jest/globals";
import { noticesFor, noticesOf } from "#core/factory/plan/notices.ts";
import { buildsCheck, functionsCheck, gitCheck } from "#core/operations/machine-checks.ts";

const REFUSAL = {
  message: "Functions of deployed apps run in a sandbox only.",
  fix: "sudo apk add bubblewrap",
};
const NO_BUILDS = buildsCheck({ executors: [], fix: "sudo apt-get install -y bubblewrap" });

describe("the sandbox of builds", () => {
  it("is named where there is one, strongest first", () => {
    expect(buildsCheck({ executors: [{ name: "bwrap" }, { name: "uid" }], fix: null })).toEqual({
      name: "sandbox",
      state: "ok",
      detail: "bwrap, uid",
    });
  });

  it("is a warning where it isolates less", () => {
    expect(buildsCheck({ executors: [{ name: "srt", weaker: true }], fix: null })).toMatchObject({
      state: "warn",
      detail: expect.stringContaining("weaker sandbox (srt)"),
    });
  });

  it("fails with the one command that helps where there is none, or no builder", () => {
    expect(NO_BUILDS).toEqual({
      name: "sandbox",
      state: "fail",
      detail: "Builds are refused: they need a sandbox, and this machine has none.",
      fix: "sudo apt-get install -y bubblewrap",
    });
    expect(buildsCheck(undefined)).toMatchObject({ state: "fail", fix: "install Gantry again" });
  });
});

describe("git", () => {
  it.each([
    ["linux", "/usr/bin/apt-get", "sudo apt-get install -y git"],
    ["linux", "/sbin/apk", "sudo apk add git"],
    ["linux", "/none", "install git"],
    ["darwin", "/none", "xcode-select --install"],
  ])("missing on %s with %s is a warning that names what works without it", (platform, path, fix) => {
    const check = gitCheck(undefined, { platform, exists: (each) => each === path });
    expect(check).toMatchObject({ state: "warn", fix });
    expect(check.detail).toMatch(/^Git is not installed: missions run, but /);
  });
});

describe("the notices before a confirmation", () => {
  const all = noticesOf([
    NO_BUILDS,
    functionsCheck(REFUSAL),
    gitCheck(undefined, { platform: "linux", exists: () => false }),
  ]);

  it("are empty where everything works", () => {
    const fine = [buildsCheck({ executors: [{ name: "uid" }], fix: null }), functionsCheck(null)];
    expect(noticesOf(fine)).toEqual([]);
  });

  it("concern the plan: builds always, functions only where they are deployed", () => {
    expect(all.map(({ about }) => about)).toEqual(["builds", "functions"]);
    const about = (stack: "static" | "node-api", deploy: boolean) =>
      noticesFor({ stack, deploy }, all).map((notice) => notice.about);
    expect(about("static", true)).toEqual(["builds"]);
    expect(about("node-api", true)).toEqual(["builds", "functions"]);
    expect(about("node-api", false)).toEqual(["builds"]);
    expect(all[0]).toEqual({
      about: "builds",
      sentence: NO_BUILDS.detail,
      fix: NO_BUILDS.fix,
      refused: true,
    });
    expect(all[1]?.refused).toBe(false);
  });
});
