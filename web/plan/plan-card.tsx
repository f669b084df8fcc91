import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Check, Minus } from "lucide-react";
import { useState } from "react";
import type { ConsultationState, Notice as Limit, ShownPlan } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { consultation, queries } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { Panel, Part } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { ChangeList } from "./change-list.tsx";
import { Ledger } from "./ledger.tsx";
import { Outline } from "./outline.tsx";

interface PlanCardProps {
  readonly conversation: string;
  readonly plan: ShownPlan;
  readonly notices: readonly Limit[];
  readonly state: ConsultationState;
}

/** What will be built, what becomes of each word of the request, and the button that builds exactly this plan. */
export function PlanCard({ conversation, plan, notices, state }: PlanCardProps) {
  const words = useWords();
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
      {change && <ChangeList change={change} />}
      {features.length > 0 && <Features features={features} />}
      {ledger && <Ledger ledger={ledger} plan={plan} />}
      {acceptance.length > 0 && <Promises acceptance={acceptance} />}
      {specification && <Outline specification={specification} />}
      {notices.map(({ sentence, fix }) => (
        <div key={sentence} className="mt-4">
          <Notice kind="warning">{fix === null ? sentence : words.plan.toFix(sentence, fix)}</Notice>
        </div>
      ))}
      {state === "awaiting_confirmation" && <Confirm conversation={conversation} plan={plan} />}
    </Panel>
  );
}

function Features({ features }: Pick<ShownPlan, "features">) {
  const { plan } = useWords();
  return (
    <Part title={plan.features}>
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {features.map(({ id, title, included }) => (
          <li key={id} className={cx("flex items-start gap-2", !included && "text-muted")}>
            {included ? (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
            ) : (
              <Minus aria-hidden className="mt-0.5 size-4 shrink-0" />
            )}
            <span>
              {title}
              {!included && <span className="sr-only"> {plan.leftOutFeature}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What a browser will check before the app goes live, folded with its size. */
function Promises({ acceptance }: Pick<ShownPlan, "acceptance">) {
  const { plan } = useWords();
  return (
    <details className="mt-5">
      <summary className="font-semibold text-muted">{plan.promises(acceptance.length)}</summary>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        {acceptance.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </details>
  );
}

/** Never optimistic: the mission is shown once the service has it. A plan that has changed meanwhile is refused. */
function Confirm({ conversation, plan }: Pick<PlanCardProps, "conversation" | "plan">) {
  const words = useWords();
  const navigate = useNavigate();
  const [deploy, setDeploy] = useState(plan.deploy);
  const [publish, setPublish] = useState(plan.publish);
  const confirm = useMutation({
    mutationFn: () => client.consult({ conversation_id: conversation, confirm: plan.hash, deploy, publish }),
    onSuccess: async ({ mission_id }) => {
      await queries.invalidateQueries(consultation(conversation));
      if (mission_id) await navigate({ to: "/missions/$id", params: { id: mission_id } });
    },
    onError: () => queries.invalidateQueries(consultation(conversation)),
  });
  return (
    <div className="sticky bottom-12 -mx-4 mt-6 -mb-4 rounded-b-panel border-t border-line bg-panel px-4 py-4 sm:-mx-5 sm:-mb-5 sm:px-5 md:bottom-0">
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
        <Choice label={words.plan.putLive} checked={deploy} set={setDeploy} />
        <Choice label={words.plan.openPullRequest} checked={publish} set={setPublish} />
      </div>
      {confirm.isError && (
        <div className="mb-3">
          <Notice kind="error">{sentenceOf(confirm.error)}</Notice>
        </div>
      )}
      <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
        {words.plan.buildThis}
        <code className="font-mono text-sm opacity-80">{plan.hash.slice(0, 8)}</code>
      </Button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

function Choice({ label, checked, set }: ChoiceProps) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => set(target.checked)}
        className="size-4 accent-(--solid)"
      />
      {label}
    </label>
  );
}
