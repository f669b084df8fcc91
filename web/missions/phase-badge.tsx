import { CircleCheck, CircleDot, CircleSlash, CircleX, Hourglass } from "lucide-react";
import type { Phase } from "#sdk/typescript/api.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words/words.ts";
import { STANDINGS, type Standing } from "./phases.ts";

const LOOKS: Readonly<Record<Standing, { icon: typeof CircleDot; color: string }>> = {
  running: { icon: CircleDot, color: "text-accent" },
  waiting: { icon: Hourglass, color: "text-wait" },
  done: { icon: CircleCheck, color: "text-good" },
  failed: { icon: CircleX, color: "text-bad" },
  cancelled: { icon: CircleSlash, color: "text-muted" },
};

interface PhaseBadgeProps {
  readonly phase: Phase;
  /** Whether it is being stopped. */
  readonly stopping?: boolean;
}

/** Where a mission stands: icon and word. */
export function PhaseBadge({ phase, stopping = false }: PhaseBadgeProps) {
  const { missions, phases } = useWords();
  const standing = STANDINGS[phase];
  const { icon: Icon, color } = LOOKS[standing];
  return (
    <span
      className={cx("inline-flex shrink-0 items-center gap-1.5 text-sm font-medium", color)}
      data-status={phase}
    >
      <Icon aria-hidden className={cx("size-4", standing === "running" && "breathing")} />
      {stopping && standing === "running" ? missions.stopping : phases[phase].name}
    </span>
  );
}
