import { join, resolve } from "node:path";
import type { Context } from "#cli/context.ts";
import { type Comparison, compare } from "#cli/eval/compare.ts";
import { comparisonPage } from "#cli/eval/comparison-page.ts";
import { COMPARED, comparisonRows } from "#cli/eval/comparison-rows.ts";
import { readReport } from "#cli/eval/read-report.ts";
import { writeFiles } from "#cli/eval/write-report.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";

/** Compares two reports, writes the comparison into a folder and shows it. */
export async function showComparison(
  context: Context,
  [before, after]: readonly [string, string],
  output: string,
): Promise<Comparison> {
  const comparison = compare(await readReport(before), await readReport(after));
  const folder = resolve(output);
  await writeFiles(folder, {
    "comparison.json": `${JSON.stringify(comparison, null, 2)}\n`,
    "comparison.html": comparisonPage(comparison),
  });
  show(context, comparison);
  context.out.line(text`Comparison: ${join(folder, "comparison.html")}, ${join(folder, "comparison.json")}`);
  return comparison;
}

function show({ out }: Context, comparison: Comparison): void {
  const { compared, notes, requests } = comparison;
  out.line(text`${compared} requests are compared.`);
  for (const note of notes) out.line(text`${note}`);
  out.line();
  for (const line of table(COMPARED, comparisonRows(comparison))) out.line(line);
  out.line();
  for (const { id, ended, lost, gained } of requests) {
    const [was, is] = ended;
    out.line(text`${id}  ${was === is ? is : `${was} → ${is}`}`);
    for (const fact of lost) out.line(text`    ${out.paint("yellow", "no longer:")} ${fact}`);
    for (const fact of gained) out.line(text`    ${out.paint("green", "now:")} ${fact}`);
  }
  if (requests.length > 0) out.line();
}
