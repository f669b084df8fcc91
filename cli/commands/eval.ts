import { basename, join, resolve } from "node:path";
import type { Context } from "#cli/context.ts";
import { Interrupted, UsageError } from "#cli/errors.ts";
import { calibrate, LEAST_AGREEMENT, readJudged } from "#cli/eval/calibrate.ts";
import { measures, shareText } from "#cli/eval/measures.ts";
import { problemsOf } from "#cli/eval/problems.ts";
import { readRequests } from "#cli/eval/read-requests.ts";
import { type EvalReport, type Run, reportOf } from "#cli/eval/report.ts";
import type { EvalRequest } from "#cli/eval/request.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { runRequest } from "#cli/eval/run-request.ts";
import { showComparison } from "#cli/eval/show-comparison.ts";
import { createVisitor, ownBrowser } from "#cli/eval/visit.ts";
import { writeReport } from "#cli/eval/write-report.ts";
import { ensureRunning } from "#cli/service/local-cloud.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";

interface Options {
  readonly output: string;
  readonly build: boolean;
  readonly publish?: boolean;
  /** The report of an earlier run; the file is then that of a later one. */
  readonly compare?: string;
  /** The file has judged pages: measure how well the browser agrees with them. */
  readonly calibrate?: boolean;
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly json?: boolean;
}

export async function run(
  context: Context,
  options: Options,
  [file = ""]: readonly string[],
): Promise<number> {
  if (options.compare !== undefined) return compareRuns(context, options, [options.compare, file]);
  if (options.calibrate) return calibrateBrowser(context, options, file);
  const requests = selected(await readRequests(file), options.only);
  const folder = resolve(options.output);
  await ensureRunning(context);
  const started = {
    started_at: new Date().toISOString(),
    url: context.config.url,
    file: basename(file),
    requests: requests.length,
  };
  const report = await runAll(context, requests, started, folder, options);
  show(context, report, folder);
  if (options.json) context.out.json(report);
  return options.strict && report.results.some((result) => problemsOf(result).length > 0) ? 1 : 0;
}

async function calibrateBrowser(context: Context, { strict, json }: Options, file: string) {
  const { out } = context;
  const calibration = await calibrate(await readJudged(file), await ownBrowser(context.config));
  const { agreement, disagreements } = calibration;
  const [shown, interval] = shareText(agreement);
  out.line(text`The browser agrees with ${shown} of the judged steps; 95 % confidence: ${interval}.`);
  for (const each of disagreements) out.line(text`    ${each}`);
  if (json) out.json(calibration);
  return strict && agreement.share < LEAST_AGREEMENT ? 1 : 0;
}

async function compareRuns(context: Context, options: Options, files: readonly [string, string]) {
  const comparison = await showComparison(context, files, options.output);
  if (options.json) context.out.json(comparison);
  return options.strict && comparison.requests.some(({ lost }) => lost.length > 0) ? 1 : 0;
}

function selected(
  requests: readonly EvalRequest[],
  only: readonly string[] | undefined,
): readonly EvalRequest[] {
  const unknown = only?.find((id) => requests.every((request) => request.id !== id));
  if (unknown !== undefined) throw new UsageError(`--only: the file has no request with the id ${unknown}.`);
  return only ? requests.filter(({ id }) => only.includes(id)) : requests;
}

/** Runs the requests one after another. The report is written after each, so that an interrupted run keeps its results. */
async function runAll(
  context: Context,
  requests: readonly EvalRequest[],
  started: Run,
  folder: string,
  { build, publish = false }: Options,
): Promise<EvalReport> {
  const mode = { build, publish, visitor: createVisitor(context.config, folder) };
  const results: EvalResult[] = [];
  for (const request of requests) {
    if (context.signal.aborted)
      throw new Interrupted(`${results.length} of ${requests.length} requests were run: ${folder}`);
    const result = await runRequest(context, request, mode);
    results.push(result);
    await writeReport(folder, reportOf(started, results));
    showResult(context, result);
  }
  return reportOf(started, results);
}

function showResult({ out }: Context, result: EvalResult): void {
  const { id, say, outcome, build, seconds } = result;
  const found = problemsOf(result);
  const mark = out.paint(found.length === 0 ? "green" : "yellow", found.length === 0 ? "✓" : "✗");
  const ended = build ? `${build.status}, ${seconds.end} s` : `${outcome}, ${seconds.reply} s`;
  out.line(text`${mark} ${id}  ${say.join(" / ").slice(0, 80)}  ${ended}`);
  for (const problem of found) out.line(text`    ${problem}`);
}

function show({ out }: Context, report: EvalReport, folder: string): void {
  out.line();
  for (const line of table(["measure", "value", "95 % confidence"], measures(report.totals))) out.line(line);
  out.line();
  out.line(text`Report: ${join(folder, "eval.html")}, ${join(folder, "eval.json")}`);
}
