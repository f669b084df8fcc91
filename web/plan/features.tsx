import { useMutation } from "@tanstack/react-query";
import { Check, Minus } from "lucide-react";
import type { ConsultationWithMessages, ShownPlan } from "#sdk/typescript/api.ts";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { Part } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";
import { Commentable } from "./commentable.tsx";
import type { Commenting } from "./comments.ts";
import { switchPlan } from "./switch-plan.ts";

type Feature = ShownPlan["features"][number];

interface FeaturesProps {
  readonly conversation: string;
  readonly plan: ShownPlan;
  readonly fixed: ConsultationWithMessages["fixed_features"];
  /** Absent once the plan can no longer be changed. */
  readonly commenting: Commenting | undefined;
}

/** What the app can do: each feature with its switch, or with why it has none. */
export function Features({ conversation, plan: shown, fixed, commenting }: FeaturesProps) {
  const { plan } = useWords();
  const flip = useMutation({
    mutationFn: ({ id, included }: Pick<Feature, "id" | "included">) =>
      switchPlan(conversation, shown.hash, { features: [{ id, included: !included }] }),
  });
  return (
    <Part title={plan.features}>
      <ul data-part="features">
        {shown.features.map((feature) => (
          <li key={feature.id}>
            <Commentable line={feature.title} commenting={commenting}>
              <Row
                feature={feature}
                reason={fixed.find(({ id }) => id === feature.id)?.reason}
                isOpen={commenting !== undefined}
                busy={flip.isPending}
                flip={() => flip.mutate(feature)}
              />
            </Commentable>
          </li>
        ))}
      </ul>
      {flip.isError && (
        <div className="mt-2">
          <Notice kind="error">{sentenceOf(flip.error)}</Notice>
        </div>
      )}
    </Part>
  );
}

interface RowProps {
  readonly feature: Feature;
  readonly reason: ConsultationWithMessages["fixed_features"][number]["reason"] | undefined;
  readonly isOpen: boolean;
  readonly busy: boolean;
  readonly flip: () => void;
}

function Row({ feature: { title, included }, reason, isOpen, busy, flip }: RowProps) {
  const { plan } = useWords();
  if (isOpen && !reason) return <Switch label={title} checked={included} disabled={busy} set={flip} />;
  const Icon = included ? Check : Minus;
  return (
    <span className={cx("flex min-h-9 items-center gap-3", !included && "text-muted")}>
      <span className="flex w-9 shrink-0 justify-center">
        <Icon aria-hidden className={cx("size-4", included && "text-good")} />
      </span>
      <span>
        {title}
        {!included && <span className="sr-only"> {plan.leftOutFeature}</span>}
        {reason && <span className="block text-sm text-muted">{plan.fixed[reason]}</span>}
      </span>
    </span>
  );
}
