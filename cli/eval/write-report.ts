import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvalReport } from "#cli/eval/report.ts";
import { reportPage } from "#cli/eval/report-page.ts";

/** Writes `eval.json` and `eval.html`; a reader finds the files before or after, never a part of them. */
export async function writeReport(folder: string, report: EvalReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  await replace(join(folder, "eval.json"), `${JSON.stringify(report, null, 2)}\n`);
  await replace(join(folder, "eval.html"), reportPage(report));
}

async function replace(path: string, content: string): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}
