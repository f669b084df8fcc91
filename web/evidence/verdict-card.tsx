import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { Digest } from "../ui/copy.tsx";
import { cx } from "../ui/cx.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import type { Verdict } from "./verify.ts";

const LOOKS = {
  VALID: {
    icon: CircleCheck,
    color: "text-good",
  },
  INVALID: {
    icon: CircleX,
    color: "text-bad",
  },
  INCONCLUSIVE: {
    icon: CircleHelp,
    color: "text-muted",
  },
} as const;

/** A verdict in words first, then its reasons, then what was checked. */
export function VerdictCard({
  verdict: { verdict, reasons, statement, ignored, withheld },
}: {
  readonly verdict: Verdict;
}) {
  const { evidence } = useWords();
  const { icon: Icon, color } = LOOKS[verdict];
  return (
    <div role="status" className="rounded-lg border border-line bg-raised p-3">
      <p className={cx("flex items-center gap-2 font-semibold", color)}>
        <Icon aria-hidden className="size-4" />
        {verdict}
      </p>
      <p className="mt-1">{evidence.sentences[verdict]}</p>
      <ul className="mt-2 space-y-1">
        {reasons.map(({ code, detail }) => (
          <li key={code}>
            <code className="font-mono text-sm">{code}</code> {detail}
          </li>
        ))}
        {statement && verdict !== "INVALID" && (
          <li>
            {inline(
              evidence.log(
                statement.predicate.events.size,
                <Digest value={statement.predicate.events.root} label={evidence.theRoot} />,
                statement.predicate.sealed_at,
              ),
            )}
          </li>
        )}
        {withheld > 0 && <li>{evidence.withheld(withheld)}</li>}
        {ignored.map((name) => (
          <li key={name}>{evidence.ignored(name)}</li>
        ))}
      </ul>
    </div>
  );
}
