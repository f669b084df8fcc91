import { CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { SharedMission } from "#sdk/typescript/api.ts";
import { useWords } from "../words/words.ts";

/** What was checked of an attempt: the policy, the build, the review, and the promises in a browser. */
type Checked = NonNullable<SharedMission["checks"]>;

export function CheckList({ of }: { readonly of: Checked }) {
  const { work } = useWords();
  const { acceptance } = of;
  return (
    <ul className="space-y-2">
      <Gates of={of} />
      {acceptance?.results.map(({ name, passed, reason }) => (
        <Check key={name} passed={passed} name={name} notes={reason === undefined ? [] : [reason]} />
      ))}
      {acceptance && acceptance.page_errors.length > 0 && (
        <Check passed={false} name={work.pageErrors} notes={acceptance.page_errors} />
      )}
    </ul>
  );
}

/** What was checked before the app was opened. */
function Gates({ of: { policy, builds, review } }: { readonly of: Checked }) {
  const { work } = useWords();
  return (
    <>
      {policy && (
        <Check
          passed={policy.verdict === "allow"}
          name={work.policy[policy.verdict]}
          notes={policy.reasons}
        />
      )}
      {builds.map(({ retry, verdict, reason }) =>
        verdict === null ? null : (
          <Check
            key={retry}
            passed={verdict === "passed"}
            name={work.build(retry)}
            notes={reason ? [reason] : []}
          />
        ),
      )}
      {review && (
        <Check passed={review.verdict === "accept"} name={work.review[review.verdict]} notes={review.notes} />
      )}
    </>
  );
}

interface CheckProps {
  readonly passed: boolean;
  readonly name: ReactNode;
  readonly notes: readonly string[];
}

function Check({ passed, name, notes }: CheckProps) {
  const { work } = useWords();
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={passed ? "mt-0.5 size-4 text-good" : "mt-0.5 size-4 text-bad"} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{passed ? work.passed : work.failed} </span>
        <bdi>{name}</bdi>
        {notes.map((note) => (
          <p key={note} className="text-sm break-words text-muted">
            <bdi>{note}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}
