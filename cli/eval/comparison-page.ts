import type { Comparison } from "#cli/eval/compare.ts";
import { COMPARED, comparisonRows } from "#cli/eval/comparison-rows.ts";
import { htmlList, htmlTable, page } from "#cli/eval/page.ts";
import type { Difference } from "#cli/eval/pairs.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";

/** A comparison of two runs as one page. */
export function comparisonPage(comparison: Comparison): string {
  const { before, after, compared, notes, requests } = comparison;
  const origins = [before, after].map(
    ({ file, gantry, started_at, url }, index) =>
      `${index === 0 ? "before" : "after"}: ${file}, ${started_at}, Gantry ${gantry} at ${url}`,
  );
  return page(
    "Comparison of two evaluations",
    `<p>${[`${compared} requests that both runs have`, ...origins].map(escapeXml).join("<br>")}</p>
${htmlList("bad", notes)}
<h2>Totals</h2>
${htmlTable(COMPARED, comparisonRows(comparison))}
<h2>Requests that changed</h2>
${requests.length === 0 ? "<p>None.</p>" : requests.map(section).join("\n")}`,
  );
}

function section({ id, say, ended, lost, gained }: Difference): string {
  const [was, is] = ended;
  return `<article id="${escapeXml(id)}"><div>
<h3>${escapeXml(say.join(" / "))}</h3>
<p>${escapeXml(`${id} · ${was === is ? is : `${was} → ${is}`}`)}</p>
${htmlList(
  "bad",
  lost.map((fact) => `no longer: ${fact}`),
)}
${htmlList(
  "good",
  gained.map((fact) => `now: ${fact}`),
)}</div></article>`;
}
