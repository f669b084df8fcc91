import { showChange } from "#cli/missions/show-change.ts";
import { showLedger } from "#cli/missions/show-ledger.ts";
import { showSpecification } from "#cli/missions/show-specification.ts";
import type { ConsultReply, ShownPlan } from "#cli/service/replies.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { duration } from "#core/factory/mission/phase-names.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/** Shows a plan: what is built, of what, what is left open, and what a yes sets going. */
export function showPlan(
  out: Output,
  {
    plan,
    speech,
    question,
    notices,
    estimate,
  }: Pick<ConsultReply, "speech" | "question" | "notices" | "estimate"> & { readonly plan: ShownPlan },
): void {
  out.line(out.paint("bold", plan.title));
  out.line(plan.summary);
  out.line();
  showChange(out, plan);
  showFeatures(out, plan);
  showSpecification(out, plan);
  showLedger(out, plan);
  out.line(text`${out.paint("dim", "Stack")}   ${stackOf(plan.stack).title}`);
  out.line(text`${out.paint("dim", "Then")}    ${steps(plan)}`);
  if (estimate) out.line(text`${out.paint("dim", "Usually")} ${usually(estimate)}`);
  showQuestions(out, plan);
  showNotices(out, notices);
  out.line();
  out.line(question ?? speech);
}

function showFeatures(out: Output, { features }: ShownPlan): void {
  for (const { title, included } of features)
    out.line(included ? text`  ${out.paint("green", "✓")} ${title}` : out.paint("dim", text`  – ${title}`));
  if (features.length > 0) out.line();
}

/** What this installation refuses or limits. */
function showNotices(out: Output, notices: ConsultReply["notices"]): void {
  if (notices.length > 0) out.line();
  for (const { sentence, fix } of notices) {
    out.line(text`${out.paint("yellow", "!")} ${sentence}`);
    if (fix !== null) out.line(text`  To fix it: ${fix}`);
  }
}

function showQuestions(out: Output, { questions }: ShownPlan): void {
  if (questions.length === 0) return;
  out.line();
  for (const { question, options, default: chosen } of questions) {
    const others = options.filter((option) => option !== chosen).join(", ");
    out.line(
      text`${out.paint("yellow", "?")} ${question} ${chosen}${others && out.paint("dim", text` (or: ${others})`)}`,
    );
  }
}

/** What the mission will probably take: `12 s, $0.03 (95 % within 20 s, $0.05; 8 missions like this)`. */
function usually({ missions, ms, cost_usd }: NonNullable<ConsultReply["estimate"]>): string {
  const cost = (usd: number) => (usd === 0 ? "no cost" : `$${usd.toFixed(4)}`);
  if (!ms || !cost_usd)
    return `no earlier missions like this to compare with${cost_usd ? `; ${cost(cost_usd.p50)}` : ""}`;
  const count = missions === 1 ? "1 mission" : `${missions} missions`;
  return `${duration(ms.p50)}, ${cost(cost_usd.p50)} (95 % within ${duration(ms.p95)}, ${cost(cost_usd.p95)}; ${count} like this)`;
}

function steps({ deploy, publish }: ShownPlan): string {
  return [
    "draft",
    "check policy",
    "build and audit",
    ...(deploy ? ["deploy", "test in a browser"] : []),
    ...(publish ? ["pull request"] : []),
    "evidence",
  ].join(" → ");
}
