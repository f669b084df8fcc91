import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ShownPlan } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { consultation, queries } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";
import type { Commenting } from "./comments.ts";
import type { PlanChanges } from "./plan-changes.tsx";
import { type Switches, switchPlan } from "./switch-plan.ts";
import { Unsent } from "./unsent.tsx";

interface ConfirmProps {
  readonly conversation: string;
  readonly plan: ShownPlan;
  readonly commenting: Commenting;
  readonly changes: PlanChanges | null;
}

/**
 * What happens to the app, and the button that builds exactly this plan. Never optimistic: the mission is shown once the
 * service has it. A plan that has changed meanwhile is refused there, and asks here to be read first.
 */
export function Confirm({ conversation, plan: shown, commenting, changes }: ConfirmProps) {
  const { plan, ui } = useWords();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const unsent = commenting.comments.length;
  const confirm = useMutation({
    mutationFn: () => client.consult({ conversation_id: conversation, confirm: shown.hash }),
    onSuccess: async ({ mission_id }) => {
      await queries.invalidateQueries(consultation(conversation));
      if (mission_id)
        await navigate({ to: "/missions/$id", params: { id: mission_id }, ignoreBlocker: true });
    },
    onError: () => queries.invalidateQueries(consultation(conversation)),
  });
  const isElsewhere = changes?.isElsewhere ?? false;
  const press = () => {
    if (isElsewhere) document.getElementById("changed")?.scrollIntoView({ block: "nearest" });
    else if (unsent > 0) setAsks(true);
    else confirm.mutate();
  };
  return (
    <div className="sticky bottom-12 -mx-4 mt-6 -mb-4 rounded-b-panel border-t border-line bg-panel px-4 py-4 sm:-mx-5 sm:-mb-5 sm:px-5 md:bottom-0">
      <Outcomes conversation={conversation} plan={shown} />
      {unsent > 0 && <Unsent conversation={conversation} commenting={commenting} />}
      {isElsewhere && (
        <div className="mb-3">
          <Notice kind="warning">{plan.readFirst}</Notice>
        </div>
      )}
      {confirm.isError && (
        <div className="mb-3">
          <Notice kind="error">{sentenceOf(confirm.error)}</Notice>
        </div>
      )}
      <Button kind="primary" busy={confirm.isPending} onClick={press}>
        {plan.buildThis}
        <code className="font-mono text-sm opacity-80">{shown.hash.slice(0, 8)}</code>
      </Button>
      {asks && (
        <Dialog title={plan.buildUnsent(unsent)} close={() => setAsks(false)}>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={() => setAsks(false)}>{ui.back}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsks(false);
                confirm.mutate();
              }}
            >
              {plan.buildWithout}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Whether the app goes live and its code becomes a pull request: part of the plan, each with what it means. */
function Outcomes({ conversation, plan: shown }: Pick<ConfirmProps, "conversation" | "plan">) {
  const { plan } = useWords();
  const set = useMutation({
    mutationFn: (switches: Switches) => switchPlan(conversation, shown.hash, switches),
  });
  return (
    <div className="mb-3 space-y-1">
      <Switch
        label={plan.putLive}
        hint={plan.lives[shown.deploy ? "on" : "off"]}
        checked={shown.deploy}
        disabled={set.isPending}
        set={(deploy) => set.mutate({ deploy })}
      />
      <Switch
        label={plan.openPullRequest}
        hint={plan.publishes[shown.publish ? "on" : "off"]}
        checked={shown.publish}
        disabled={set.isPending}
        set={(publish) => set.mutate({ publish })}
      />
      {set.isError && <Notice kind="error">{sentenceOf(set.error)}</Notice>}
    </div>
  );
}
