import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SourceFile } from "#core/kernel/files.ts";

/** Runs `node --test` on an app in a folder of its own; `output` is what it printed. */
export async function runNodeTests(
  files: readonly SourceFile[],
): Promise<{ passed: boolean; output: string }> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-heal-"));
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...env } = process.env;
    return await new Promise((resolve) => {
      execFile(process.execPath, ["--test"], { cwd: folder, env }, (error, stdout, stderr) => {
        resolve({ passed: error === null, output: `${stdout}\n${stderr}` });
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
