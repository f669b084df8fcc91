import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CircleX,
  type LucideIcon,
} from "lucide-react";
import { useMemo, useState } from "react";
import type { Mission } from "#sdk/typescript/api.ts";
import type { MissionState } from "../service/mission-feed.ts";
import { cx } from "../ui/cx.ts";
import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";
import { boxOf, lineOf, SIZE, STEP_NAMES, type StepName, WAYS } from "./graph.ts";
import { type StepStanding, type StepStates, stepsOf } from "./steps-of.ts";

const LOOKS: Readonly<Record<StepStanding, { icon: LucideIcon; color: string }>> = {
  ahead: { icon: Circle, color: "text-muted" },
  current: { icon: CircleDot, color: "text-accent" },
  done: { icon: CircleCheck, color: "text-good" },
  failed: { icon: CircleX, color: "text-bad" },
  stopped: { icon: CircleSlash, color: "text-muted" },
  skipped: { icon: CircleDashed, color: "text-muted" },
};

interface MachineProps {
  readonly mission: Mission;
  readonly signals: MissionState["signals"];
}

/** The mission's machine: a list of its steps, and beside it their picture. */
export default function Machine({ mission, signals }: MachineProps) {
  const { machine } = useWords();
  const steps = useMemo(() => stepsOf(mission, signals), [mission, signals]);
  const [marked, mark] = useState<StepName | null>(null);
  return (
    <Panel aria-labelledby="machine">
      <h2 id="machine" className="font-semibold">
        {machine.title}
      </h2>
      <p className="mt-1 mb-4 text-muted">{machine.lead}</p>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(14rem,1fr)_minmax(0,32rem)]">
        <ol aria-labelledby="machine">
          {STEP_NAMES.map((step) => (
            <Step key={step} step={step} steps={steps} mark={mark} />
          ))}
        </ol>
        <Picture steps={steps} marked={marked} />
      </div>
    </Panel>
  );
}

interface StepProps {
  readonly step: StepName;
  readonly steps: StepStates;
  readonly mark: (step: StepName | null) => void;
}

/** A step by its name, with its standing in a word and how often it was begun. */
function Step({ step, steps, mark }: StepProps) {
  const { machine } = useWords();
  const { standing, times } = steps[step];
  const { icon: Icon, color } = LOOKS[standing];
  return (
    <li
      aria-current={standing === "current" ? "step" : undefined}
      data-standing={standing}
      onPointerEnter={() => mark(step)}
      onPointerLeave={() => mark(null)}
      className="flex min-h-9 items-center gap-2.5 rounded-control px-2 hover:bg-raised"
    >
      <Icon aria-hidden className={cx("size-4 shrink-0", color, standing === "current" && "breathing")} />
      <span className={cx("flex-1", standing === "current" && "font-medium")}>{machine.steps[step]}</span>
      {times > 1 && <span className="text-sm text-muted">{machine.times(times)}</span>}
      <span className={cx("text-sm", color)}>{machine.standings[standing]}</span>
    </li>
  );
}

interface PictureProps {
  readonly steps: StepStates;
  readonly marked: StepName | null;
}

/** The same steps with the ways between them. It says nothing that the list does not, so it is not read aloud. */
function Picture({ steps, marked }: PictureProps) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      // On a phone its words would be too small to read.
      className="mx-auto hidden w-full max-w-[32rem] sm:block"
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8Z" className="fill-edge forced-colors:fill-[CanvasText]" />
        </marker>
      </defs>
      {WAYS.map((way) => (
        <path
          key={way.join()}
          d={lineOf(way)}
          markerEnd="url(#arrow)"
          className={cx(
            "fill-none forced-colors:stroke-[CanvasText]",
            marked !== null && way.includes(marked) ? "stroke-accent stroke-2" : "stroke-edge",
            way.some((step) => steps[step].times === 0) && "[stroke-dasharray:3_4]",
          )}
        />
      ))}
      {STEP_NAMES.map((step) => (
        <Box key={step} step={step} steps={steps} isMarked={marked === step} />
      ))}
    </svg>
  );
}

interface BoxProps {
  readonly step: StepName;
  readonly steps: StepStates;
  readonly isMarked: boolean;
}

function Box({ step, steps, isMarked }: BoxProps) {
  const { machine } = useWords();
  const { standing, times } = steps[step];
  const { icon: Icon, color } = LOOKS[standing];
  const { x, y, width, height } = boxOf(step);
  const isCurrent = standing === "current";
  return (
    <g data-step={step} data-standing={standing}>
      <rect
        {...{ x, y, width, height }}
        rx="8"
        className={cx(
          "forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]",
          isCurrent ? "fill-tint stroke-accent stroke-2" : "fill-panel",
          !isCurrent && (isMarked ? "stroke-accent stroke-2" : "stroke-edge"),
          times === 0 && "[stroke-dasharray:3_4]",
        )}
      />
      <Icon x={x + 9} y={y + 11} width="16" height="16" className={cx(color, isCurrent && "breathing")} />
      <text
        x={x + 31}
        y={y + 23.5}
        className={cx("fill-text text-xs forced-colors:fill-[CanvasText]", isCurrent && "font-semibold")}
      >
        {machine.short[step]}
        {times > 1 && <tspan className="fill-muted">{` ×${times}`}</tspan>}
      </text>
    </g>
  );
}
