import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { launch } from "#adapters/browser/launch.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";

const SECRET = "AWS_SECRET_ACCESS_KEY_OF_TEST";
const onLinux = process.platform === "linux" ? describe : describe.skip;

onLinux("the browser's environment", () => {
  beforeEach(() => {
    process.env[SECRET] = "secret";
  });
  afterEach(() => {
    delete process.env[SECRET];
  });

  it("the browser's environment contains nothing of this process's", async () => {
    const chrome = await launch({ folder: BROWSER_FOLDER, origin: "http://app.localhost:1" });
    try {
      const environments = belowThis().map((pid) => readFileSync(`/proc/${pid}/environ`, "utf8").split("\0"));
      const browsers = environments.filter((pairs) =>
        pairs.some((pair) => pair === `HOME=${BROWSER_FOLDER}`),
      );
      expect(environments.flat().filter((pair) => pair.startsWith(SECRET))).toEqual([]);
      expect(browsers.length).toBeGreaterThan(0);
      const names = browsers.flat().map((pair) => pair.split("=")[0]);
      expect([...new Set(names)].filter(Boolean).sort()).toEqual(["HOME", "PATH", "TMPDIR"]);
    } finally {
      await chrome.kill();
    }
  });
});

/** The processes that this one has started, and theirs. */
function belowThis(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    // The name in parentheses may hold anything; the parent is the second field behind it.
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const below = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || below(parent));
  };
  return [...parents.keys()].filter(below);
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return "";
  }
}
