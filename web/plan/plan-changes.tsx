import { useLayoutEffect, useState } from "react";
import type { ShownPlan } from "#sdk/typescript/api.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";
import { type Changes, changesBetween, linesOf } from "./plan-lines.ts";
import { isExpected, keepSeenPlan, seenPlan } from "./seen-plans.ts";

/** What has changed in a plan since this person last saw it. */
export interface PlanChanges extends Changes {
  /** Whether it changed elsewhere, so that it has to be read before it is built. */
  readonly isElsewhere: boolean;
  readonly read: () => void;
}

/** Compares the plan with what was last seen of it. Null if nothing is different. */
export function usePlanChanges(conversation: string, plan: ShownPlan): PlanChanges | null {
  const words = useWords();
  const [state, set] = useState<(Changes & { hash: string; isElsewhere: boolean }) | null>(null);
  const { hash } = plan;
  const keep = () => keepSeenPlan({ conversation, hash, lines: linesOf(words, plan) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another plan is compared, not another language
  useLayoutEffect(() => {
    const before = seenPlan(conversation);
    const isOwn = isExpected(conversation);
    const changes = before && before.hash !== hash && changesBetween(before.lines, linesOf(words, plan));
    set(changes ? { ...changes, hash, isElsewhere: !isOwn } : null);
    if (!changes || isOwn) keep();
  }, [conversation, hash]);
  if (state?.hash !== hash) return null;
  return {
    ...state,
    read: () => {
      keep();
      set(null);
    },
  };
}

/** The lines that are new and those that are gone. */
export function ChangedLines({ changes }: { readonly changes: PlanChanges }) {
  const { plan } = useWords();
  const { added, removed, isElsewhere, read } = changes;
  if (added.length + removed.length === 0 && !isElsewhere) return null;
  return (
    <section
      aria-labelledby="changed"
      data-part="changed"
      className="mt-4 rounded-lg border border-line bg-raised px-3 py-2.5"
    >
      <h3 id="changed" className="text-sm font-semibold">
        {isElsewhere ? plan.changedElsewhere : plan.changedByYou}
      </h3>
      <ul className="mt-1 max-h-48 space-y-0.5 overflow-y-auto text-sm">
        {removed.map((line) => (
          <Line key={`- ${line}`} mark="−" what={plan.gone} line={line} />
        ))}
        {added.map((line) => (
          <Line key={`+ ${line}`} mark="+" what={plan.added} line={line} />
        ))}
      </ul>
      {isElsewhere && (
        <div className="mt-2">
          <Button onClick={read}>{plan.haveRead}</Button>
        </div>
      )}
    </section>
  );
}

interface LineProps {
  readonly mark: string;
  readonly what: string;
  readonly line: string;
}

function Line({ mark, what, line }: LineProps) {
  return (
    <li className="flex gap-2">
      <span className="sr-only">{what}: </span>
      <span aria-hidden className="font-mono text-muted">
        {mark}
      </span>
      <bdi className="min-w-0">{line}</bdi>
    </li>
  );
}
