import { Check, CircleHelp, Minus, X } from "lucide-react";
import type { RequestLedger, ShownPlan } from "#sdk/typescript/api.ts";
import { cx } from "../ui/cx.ts";
import { Part } from "../ui/panel.tsx";
import { useWords, type Words } from "../words/words.ts";
import { partName } from "./part-name.ts";

type Entry = RequestLedger[number];

/** In this order: first what is not built. Context, such as `please`, is not shown. */
const OUTCOMES = [
  { outcome: "refused", icon: X, color: "text-bad", word: "no" },
  { outcome: "asked", icon: CircleHelp, color: "text-wait", word: "asked" },
  { outcome: "met", icon: Check, color: "text-good", word: "yes" },
  { outcome: "met_by_kind", icon: Check, color: "text-good", word: "yes" },
] as const;
/** The kind of a plan that a model designed. */
const DESIGNED = "custom";

/** What becomes of each word of the request. */
export function Ledger({ ledger, plan }: { readonly ledger: RequestLedger; readonly plan: ShownPlan }) {
  const words = useWords();
  const rows = OUTCOMES.flatMap(({ outcome, ...look }) =>
    distinct(ledger.filter((entry) => entry.outcome === outcome)).map((entry) => ({ entry, ...look })),
  );
  if (rows.length === 0) return null;
  return (
    <Part title={words.plan.askedFor}>
      <ul className="divide-y divide-line" data-part="ledger">
        {rows.map(({ entry, icon, color, word }) => {
          const isLeftOut = entry.by?.startsWith("absent.") ?? false;
          const Icon = isLeftOut ? Minus : icon;
          return (
            <li
              key={`${entry.outcome} ${entry.words} ${entry.by}`}
              className="flex items-baseline gap-2.5 py-1.5"
            >
              <Icon
                aria-hidden
                className={cx("size-4 shrink-0 self-center", isLeftOut ? "text-muted" : color)}
              />
              <span className="sr-only">{words.plan[word]}: </span>
              <bdi className="max-w-1/2 shrink-0 font-medium">{entry.words}</bdi>
              <span className="ms-auto text-end text-muted">{becomes(words, entry, plan)}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function distinct(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify([entry.words, entry.by]), entry])).values()];
}

function becomes(
  { plan, parts }: Words,
  { outcome, by }: Entry,
  { kind, specification, questions }: ShownPlan,
): string {
  if (outcome === "refused") {
    const refusal = kind === DESIGNED ? plan.notInThisApp : plan.notWithoutModel;
    return by ? plan.refusedBecause(refusal, by) : refusal;
  }
  if (outcome === "asked") return questions.find(({ id }) => id === by)?.question ?? plan.askedBack;
  if (outcome === "met") return partName(parts, by, specification) ?? plan.met;
  return plan.comesWithIt;
}
