import { measures } from "#cli/eval/measures.ts";
import { problemsOf } from "#cli/eval/problems.ts";
import type { EvalReport } from "#cli/eval/report.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";

/** The report as one page without scripts. Screenshots are files beside it. */
export function reportPage(report: EvalReport): string {
  const { file, url, gantry, machine, started_at, ended_at, requests, results } = report;
  const about = `${results.length} of ${requests} requests from ${file}, Gantry ${gantry} at ${url}`;
  const where = `${machine.cpus} × ${machine.cpu}, ${machine.platform}, load ${machine.load}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<title>Evaluation</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Evaluation</h1>
<p>${escapeXml(about)}<br>${escapeXml(`${started_at} to ${ended_at}`)}<br>${escapeXml(where)}</p>
<h2>Totals</h2>
<table><thead><tr><th>measure</th><th>value</th><th>95 % confidence</th></tr></thead><tbody>
${measures(report.totals).map(row).join("\n")}
</tbody></table>
<h2>Requests</h2>
${results.map(section).join("\n")}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #8885; }
article { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 20rem); gap: 1rem 2rem; padding: 1.25rem 0; border-top: 1px solid #8885; }
article h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
article p, article ul { margin: .35rem 0; overflow-wrap: anywhere; }
img { max-width: 100%; border: 1px solid #8885; border-radius: 6px; }
.bad { color: #c62828; font-weight: 600; }
@media (prefers-color-scheme: dark) { .bad { color: #ff8a80; } }
@media (max-width: 45rem) { article { grid-template-columns: minmax(0, 1fr); } }
`;

const row = (cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr>`;

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
${problems(result)}</div>${picture}</article>`;
}

function buildFacts({ build, visit }: EvalResult): string[] {
  if (!build) return [];
  const { status, attempts, calls, input_tokens, output_tokens, cost_usd, acceptance } = build;
  return [
    status,
    `attempts ${attempts}`,
    `${calls} model calls, ${input_tokens} + ${output_tokens} tokens, $${cost_usd.toFixed(4)}`,
    ...(acceptance ? [acceptance.reason] : []),
    ...(visit ? [`own checks ${visit.checks.passed} of ${visit.checks.of}`] : []),
  ];
}

function problems(result: EvalResult): string {
  const all = problemsOf(result);
  if (all.length === 0) return "";
  return `<ul>${all.map((problem) => `<li class="bad">${escapeXml(problem)}</li>`).join("")}</ul>`;
}
