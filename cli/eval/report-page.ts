import { measures, percent } from "#cli/eval/measures.ts";
import { htmlList, htmlTable, page } from "#cli/eval/page.ts";
import { type Paraphrased, paraphrased } from "#cli/eval/paraphrases.ts";
import { problemsOf } from "#cli/eval/problems.ts";
import type { EvalReport } from "#cli/eval/report.ts";
import type { ChangeResult, EvalResult } from "#cli/eval/result.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";

/** The report as one page without scripts. Screenshots are files beside it. */
export function reportPage(report: EvalReport): string {
  const { file, url, gantry, machine, started_at, ended_at, requests, results } = report;
  const about = `${results.length} of ${requests} requests from ${file}, Gantry ${gantry} at ${url}`;
  const where = `${machine.cpus} × ${machine.cpu}, ${machine.platform}, load ${machine.load}`;
  return page(
    "Evaluation",
    `<p>${escapeXml(about)}<br>${escapeXml(`${started_at} to ${ended_at}`)}<br>${escapeXml(where)}</p>
<h2>Totals</h2>
${htmlTable(["measure", "value", "95 % confidence"], measures(report.totals))}
${paraphrasesOf(paraphrased(results))}
<h2>Requests</h2>
${results.map(section).join("\n")}`,
  );
}

const paraphrasesOf = (groups: readonly Paraphrased[]): string =>
  groups.length === 0 ? "" : `<h2>Paraphrases</h2>\n${htmlTable(PARAPHRASES, groups.map(paraphraseRow))}`;

const PARAPHRASES = ["request", "paraphrases that end alike", "planned", "labels that hold, least to most"];

function paraphraseRow({ id, requests, planned, alike, scores }: Paraphrased): string[] {
  return [
    id,
    `${alike} of ${requests - 1}`,
    `${planned} of ${requests}`,
    `${percent(Math.min(...scores))} to ${percent(Math.max(...scores))}`,
  ];
}

function section(result: EvalResult): string {
  const { id, say, visit, plan, speech, seconds } = result;
  const time = seconds.end === null ? `reply in ${seconds.reply} s` : `ended after ${seconds.end} s`;
  const title = plan ? `${plan.title} (${plan.kind}, ${plan.stack})` : speech;
  const picture = visit?.screenshot
    ? `<img src="${escapeXml(visit.screenshot)}" alt="${escapeXml(`The live app of ${id}`)}" loading="lazy">`
    : "";
  return `<article id="${escapeXml(id)}"><div>
<h3>${escapeXml(say.join(" / "))}</h3>
<p>${escapeXml(`${result.outcome}: ${title}`)}</p>
<p>${escapeXml([id, ...buildFacts(result), time].join(" · "))}</p>
${changesOf(result)}${htmlList("bad", problemsOf(result))}</div>${picture}</article>`;
}

function buildFacts({ build, visit }: EvalResult): string[] {
  if (!build) return [];
  const { status, attempts, calls, input_tokens, output_tokens, cost_usd, acceptance } = build;
  return [
    status,
    `attempts ${attempts}`,
    `${calls} model calls, ${input_tokens} + ${output_tokens} tokens, $${cost_usd.toFixed(4)}`,
    ...(acceptance ? [acceptance.reason] : []),
    ...(visit
      ? [
          `own checks ${visit.checks.passed.length} of ${visit.checks.passed.length + visit.checks.failed.length}`,
        ]
      : []),
  ];
}

const changesOf = ({ changes }: EvalResult): string =>
  changes.length === 0
    ? ""
    : `<ol>${changes.map((change) => `<li>${escapeXml(changeFacts(change).join(" · "))}</li>`).join("")}</ol>`;

function changeFacts(change: ChangeResult): string[] {
  const { say, outcome, build, edits, kept, lost, files, hand_edit, records_kept, seconds } = change;
  return [
    say.join(" / "),
    build?.status ?? outcome,
    ...edits,
    `${kept.length} of ${kept.length + lost.length} parts kept`,
    ...(files ? [`${files.touched} of ${files.of} files differ`] : []),
    ...(hand_edit?.kept ? [`keeps the edit of ${hand_edit.file}`] : []),
    ...(records_kept?.passed ? ["keeps the records"] : []),
    `${seconds.end ?? seconds.reply} s`,
  ];
}
