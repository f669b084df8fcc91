import type { BuildResult } from "#core/factory/build/result.ts";
import type { Mission } from "#core/factory/mission/mission.ts";

/** The body of the pull request: plan, audit and evidence digest. Text from people and models is escaped. */
export function pullRequestBody(
  mission: Mission,
  result: BuildResult,
  chain: { size: number; root: string },
): string {
  const { plan } = mission;
  const audits = result.steps.flatMap(({ tests }) => tests ?? []);
  const passed = audits.reduce((sum, { passed }) => sum + passed, 0);
  return [
    quote(plan.summary),
    "",
    "### Plan",
    ...plan.features.map(({ title, included }) => `- [${included ? "x" : " "}] ${oneLine(title)}`),
    ...(mission.left_out ? ["", "### Left out", oneLine(mission.left_out)] : []),
    "",
    "### Audit",
    `| | |`,
    `|---|---|`,
    `| Tests | ${passed} passed, in ${audits.length} files |`,
    `| Attempts | ${mission.attempts} |`,
    `| Sandbox | ${result.executor} |`,
    `| Source tree (git) | \`${result.source?.git_tree}\` |`,
    `| Source tree (SHA-256) | \`${result.source?.sha256}\` |`,
    `| Output tree (SHA-256) | \`${result.output?.sha256}\` |`,
    ...(mission.url ? [`| Live | ${mission.url} |`] : []),
    "",
    "### Evidence",
    `Mission \`${mission.id}\`, ${chain.size} signals up to here, RFC 6962 root \`${chain.root}\`, plan \`${mission.plan_hash}\`.`,
    "",
    `Check it: \`gantry evidence ${mission.id} -o pack.zip && gantry verify pack.zip --mission ${mission.id}\``,
  ].join("\n");
}

function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line.replace(/[<>`@]/g, (char) => `&#${char.charCodeAt(0)};`)}`)
    .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[<>`@|]/g, (char) => `&#${char.charCodeAt(0)};`);
}
