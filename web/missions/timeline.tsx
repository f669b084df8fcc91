import type { Mission, PhaseSpan } from "#sdk/typescript/api.ts";
import { cx } from "../ui/cx.ts";
import { useNow } from "../ui/time.tsx";
import { useWords, type Words } from "../words/words.ts";
import { isSettled, STANDINGS } from "./phases.ts";

interface TimelineProps {
  readonly mission: Pick<Mission, "phases" | "status">;
}

/** The phases so far with how long each took. The last one runs until the mission ends. */
export function Timeline({ mission: { phases, status } }: TimelineProps) {
  const words = useWords();
  const running = !isSettled(status);
  return (
    <ol className="relative space-y-2.5" aria-label={words.missions.phases}>
      {phases.map((span, index) => (
        <Phase
          // biome-ignore lint/suspicious/noArrayIndexKey: phases are only added
          key={index}
          span={span}
          label={labelOf(words, phases, index)}
          isCurrent={running && index === phases.length - 1}
        />
      ))}
    </ol>
  );
}

interface PhaseProps {
  readonly span: PhaseSpan;
  readonly label: string;
  readonly isCurrent: boolean;
}

function Phase({ span: { phase, started_at, ended_at }, label, isCurrent }: PhaseProps) {
  const { formats } = useWords();
  const now = useNow(isCurrent ? 500 : 60_000);
  const standing = STANDINGS[phase];
  const end = ended_at ? Date.parse(ended_at) : isCurrent ? now : null;
  const dot = standing === "failed" ? "bg-bad" : standing === "done" ? "bg-good" : "bg-accent";
  return (
    <li aria-current={isCurrent ? "step" : undefined} className="flex items-center gap-3">
      <span aria-hidden className={cx("size-2.5 shrink-0 rounded-full", dot, isCurrent && "breathing")} />
      <span className={cx("flex-1", isCurrent && "font-medium")}>{label}</span>
      {end !== null && standing !== "done" && (
        <span className="text-sm text-muted">{formats.duration(end - Date.parse(started_at))}</span>
      )}
    </li>
  );
}

/** Later attempts are numbered; the second deployment of an attempt is the one that people see. */
function labelOf({ missions, phases: names }: Words, phases: readonly PhaseSpan[], index: number): string {
  const span = phases[index];
  if (!span) return "";
  if (span.phase === "DEPLOYING" && phases[index - 1]?.phase === "VERIFYING") return missions.goingLive;
  const { name } = names[span.phase];
  return span.attempt > 1 ? missions.attempt(name, span.attempt) : name;
}
