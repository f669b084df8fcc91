import type { ShownPlan } from "#cli/service/replies.ts";
import type { Output } from "#cli/terminal/output.ts";
import { type SafeText, text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { partName } from "#core/factory/specification/describe.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/** In this order: first what is not built. Context, such as `please`, is not shown. */
const SHOWN = ["refused", "asked", "met", "met_by_kind"] as const;

/** The kind of a plan that a model designed. */
const DESIGNED = "custom";

/** Shows what becomes of the words of a request. */
export function showLedger(out: Output, plan: ShownPlan): void {
  const all = SHOWN.flatMap((outcome) => (plan.ledger ?? []).filter((entry) => entry.outcome === outcome));
  const entries = distinct(all);
  if (entries.length === 0) return;
  out.line(out.paint("dim", "You asked for"));
  const rows = entries.map((entry) => [mark(out, entry), entry.words, becomes(entry, plan)]);
  for (const line of table(["", "", ""], rows).slice(1)) out.line(text`  ${line}`);
  out.line();
}

/** The same words with the same outcome are shown once. */
function distinct(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [
    ...new Map(entries.map((each) => [canonicalJson([each.words, each.outcome, each.by]), each])).values(),
  ];
}

function mark(out: Output, { outcome }: LedgerEntry): SafeText {
  if (outcome === "refused") return out.paint("yellow", "✗");
  if (outcome === "asked") return out.paint("yellow", "?");
  return out.paint("green", "✓");
}

function becomes({ outcome, by }: LedgerEntry, plan: ShownPlan): string | SafeText {
  const { kind, specification, questions } = plan;
  const refusal = kind === DESIGNED ? "not in this app" : "not without a model";
  switch (outcome) {
    case "refused":
      return by ? text`${refusal}: ${by}` : refusal;
    case "asked":
      return questions.find(({ id }) => id === by)?.question ?? "asked";
    case "met":
      return (by && specification && partName(by, specification)) || "yes";
    default:
      return "comes with it";
  }
}
