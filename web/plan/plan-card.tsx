import type { ConsultationWithMessages, ShownPlan } from "#sdk/typescript/api.ts";
import { Digest } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";
import { ChangeList } from "./change-list.tsx";
import { Commentable } from "./commentable.tsx";
import { type Commenting, useComments } from "./comments.ts";
import { Confirm } from "./confirm.tsx";
import { Estimate } from "./estimate.tsx";
import { Features } from "./features.tsx";
import { Ledger } from "./ledger.tsx";
import { Outline } from "./outline.tsx";
import { ChangedLines, usePlanChanges } from "./plan-changes.tsx";

interface PlanCardProps {
  readonly consultation: ConsultationWithMessages;
  readonly plan: ShownPlan;
}

/**
 * What will be built, what becomes of each word of the request, and the button that builds exactly this plan. Until then
 * its features can be switched, and its lines commented.
 */
export function PlanCard({ consultation, plan }: PlanCardProps) {
  const { conversation_id: conversation, state, fixed_features, notices, estimate } = consultation;
  const words = useWords();
  const commenting = useComments();
  const changes = usePlanChanges(conversation, plan);
  const isOpen = state === "awaiting_confirmation";
  const open = isOpen ? commenting : undefined;
  const { title, summary, features, ledger, specification, acceptance, change, hash } = plan;
  return (
    <Panel
      aria-labelledby="plan"
      className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="plan" className="text-lg font-semibold">
          <bdi>{title}</bdi>
        </h2>
        <span className="text-muted">
          {words.plan.plan} <Digest value={hash} label={words.plan.theHash} />
        </span>
      </div>
      <p className="mt-1">{summary}</p>
      {changes && isOpen && <ChangedLines changes={changes} />}
      {change && <ChangeList change={change} />}
      {features.length > 0 && (
        <Features conversation={conversation} plan={plan} fixed={fixed_features} commenting={open} />
      )}
      {ledger && <Ledger ledger={ledger} plan={plan} />}
      {acceptance.length > 0 && <Promises acceptance={acceptance} commenting={open} />}
      {specification && <Outline specification={specification} commenting={open} />}
      {isOpen && estimate && <Estimate estimate={estimate} />}
      {notices.map(({ sentence, fix }) => (
        <div key={sentence} className="mt-4">
          <Notice kind="warning">{fix === null ? sentence : words.plan.toFix(sentence, fix)}</Notice>
        </div>
      ))}
      {isOpen && (
        <Confirm conversation={conversation} plan={plan} commenting={commenting} changes={changes} />
      )}
    </Panel>
  );
}

interface PromisesProps extends Pick<ShownPlan, "acceptance"> {
  readonly commenting: Commenting | undefined;
}

/** What a browser will check before the app goes live, folded with its size. */
function Promises({ acceptance, commenting }: PromisesProps) {
  const { plan } = useWords();
  return (
    <details className="mt-5">
      <summary className="font-semibold text-muted">{plan.promises(acceptance.length)}</summary>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        {acceptance.map((promise) => (
          <li key={promise}>
            <Commentable line={promise} commenting={commenting}>
              {promise}
            </Commentable>
          </li>
        ))}
      </ul>
    </details>
  );
}
