import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvalReport } from "#cli/eval/report.ts";
import { reportPage } from "#cli/eval/report-page.ts";

/** Writes `eval.json` and `eval.html`. */
export const writeReport = (folder: string, report: EvalReport): Promise<void> =>
  writeFiles(folder, {
    "eval.json": `${JSON.stringify(report, null, 2)}\n`,
    "eval.html": reportPage(report),
  });

/** Writes files into a folder; a reader finds each before or after, never a part of it. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  }
}
