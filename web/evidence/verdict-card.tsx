import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { Digest } from "../ui/copy.tsx";
import { cx } from "../ui/cx.ts";
import type { Verdict } from "./verify.ts";

const LOOKS = {
  VALID: {
    icon: CircleCheck,
    color: "text-good",
    sentence: "The evidence is what was sealed, and its log follows the rules.",
  },
  INVALID: {
    icon: CircleX,
    color: "text-bad",
    sentence: "The evidence is not what was sealed, or its log breaks a rule.",
  },
  INCONCLUSIVE: {
    icon: CircleHelp,
    color: "text-muted",
    sentence: "Nothing wrong was found, but it is not proven either.",
  },
} as const;

/** A verdict in words first, then its reasons, then what was checked. */
export function VerdictCard({
  verdict: { verdict, reasons, statement, ignored, withheld },
}: {
  readonly verdict: Verdict;
}) {
  const { icon: Icon, color, sentence } = LOOKS[verdict];
  return (
    <div role="status" className="rounded-lg border border-line bg-raised p-3">
      <p className={cx("flex items-center gap-2 font-semibold", color)}>
        <Icon aria-hidden className="size-4" />
        {verdict}
      </p>
      <p className="mt-1">{sentence}</p>
      <ul className="mt-2 space-y-1">
        {reasons.map(({ code, detail }) => (
          <li key={code}>
            <code className="font-mono text-sm">{code}</code> {detail}
          </li>
        ))}
        {statement && verdict !== "INVALID" && (
          <li>
            {statement.predicate.events.size} signals, root{" "}
            <Digest value={statement.predicate.events.root} label="the root of the log" />, sealed{" "}
            {statement.predicate.sealed_at}
          </li>
        )}
        {withheld > 0 && <li>Signals without their data: {withheld}</li>}
        {ignored.map((name) => (
          <li key={name}>Not under the seal, ignored: {name}</li>
        ))}
      </ul>
    </div>
  );
}
