import { showChange } from "#cli/missions/show-change.ts";
import { showLedger } from "#cli/missions/show-ledger.ts";
import { showSpecification } from "#cli/missions/show-specification.ts";
import type { ConsultReply, ShownPlan } from "#cli/service/replies.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/** Shows a plan: what is built, of what, what is left open, and what a yes sets going. */
export function showPlan(
  out: Output,
  {
    plan,
    speech,
    question,
    notices,
  }: Pick<ConsultReply, "speech" | "question" | "notices"> & { readonly plan: ShownPlan },
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
