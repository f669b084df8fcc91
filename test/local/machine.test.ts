import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-machine-test-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("the check of the machine", () => {
  it("leaves no file when the process ends during it", () => {
    const program = `
      import { readdirSync } from "node:fs";
      import { examineMachine } from "#local/machine.ts";
      void examineMachine(process.cwd());
      console.log(readdirSync(${JSON.stringify(dir)}).length);
      process.exit();`;
    const env = { ...process.env, TMPDIR: dir };
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { env });
    expect(String(stdout)).toBe("1\n");
    expect(readdirSync(dir)).toEqual([]);
  });
});
