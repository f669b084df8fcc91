import stringWidth from "fast-string-width";
import type { OnSignal } from "#cli/missions/follow.ts";
import type { Output, Style } from "#cli/terminal/output.ts";
import { SafeText, text } from "#cli/terminal/safe-text.ts";
import { buildProgressSchema } from "#core/factory/build/result.ts";
import type { Mission, PhaseSpan } from "#core/factory/mission/mission.ts";
import { isFinal, type Phase } from "#core/factory/mission/phase.ts";
import { duration, spanLabel } from "#core/factory/mission/phase-names.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { printableLine } from "#core/kernel/printable.ts";

/** Shows a running mission: one line per phase, with the current one redrawn in place where possible. */
export interface Progress {
  readonly onSignal: OnSignal;
  /** The line of the last phase stays: the mission rests now, as no signal of its own can tell. */
  onEnd(mission: { readonly status: Phase; readonly phases: Mission["phases"] }): void;
  /** Takes the line that is being redrawn away. */
  close(): void;
}

const REDRAW_MS = 120;
const WIDTH = 12;
const LABEL = 34;
const BUILD_PHASES: readonly string[] = buildProgressSchema.shape.phase.options;

/** The line of the current phase. */
interface Live {
  readonly span: PhaseSpan;
  readonly label: string;
  /** Share that is done, when it is known. */
  done: number | undefined;
  note: string;
  failed: boolean;
}

export function createProgress(out: Output, now: () => number = Date.now): Progress {
  const { screen } = out;
  let live: Live | undefined;
  const timer = screen && setInterval(draw, REDRAW_MS);

  return {
    onSignal(signal, mission) {
      const span = mission.phases.at(-1);
      if (span && span !== live?.span) turn(span, mission);
      if (live) note(live, signal);
      draw();
    },
    onEnd({ status, phases }) {
      if (!live) return;
      if (!isFinal(status)) live.failed = true;
      finish(live, Date.parse(phases.at(-1)?.started_at ?? live.span.started_at));
      live = undefined;
    },
    close() {
      clearInterval(timer);
      erase();
      live = undefined;
    },
  };

  /** The phase has changed: the old one's line stays, and the new one's begins. */
  function turn(span: PhaseSpan, mission: Mission): void {
    if (live) finish(live, Date.parse(span.started_at));
    live = { span, label: spanLabel(mission.phases, -1), done: undefined, note: "", failed: false };
    if (!screen) begin(live, mission);
  }

  /** Where nothing can be redrawn, a line at the start and the result behind it. */
  function begin({ span, label }: Live, mission: Mission): void {
    out.line(`${sinceStart(span, mission)}  ${label} ...`);
  }

  function finish({ span, label, note, failed }: Live, ended: number): void {
    const took = duration(ended - Date.parse(span.started_at));
    if (!screen) {
      if (note) out.line(`${" ".repeat(11)}${failed ? "✗ " : ""}${note}`);
      return;
    }
    const [mark, colour] = failed ? (["✗", "red"] as const) : (["✓", "green"] as const);
    erase();
    out.line(row({ mark, colour, bar: "━".repeat(WIDTH), label, took, note }));
  }

  function draw(): void {
    if (!screen || !live) return;
    const { span, label, note, done } = live;
    const passed = now() - Date.parse(span.started_at);
    const bar = done === undefined ? sweep(passed) : "━".repeat(done * WIDTH).padEnd(WIDTH, "─");
    erase();
    screen.write(row({ mark: "▸", colour: "cyan", bar, label, took: duration(passed), note }).styled);
  }

  /** One line, never longer than the screen: a line that wraps could not be redrawn. */
  function row(
    cells: Record<"mark" | "bar" | "label" | "took" | "note", string> & { colour: Style },
  ): SafeText {
    const { mark, bar, label, took, note, colour } = cells;
    const columns = screen?.columns ?? 80;
    const room = columns - LABEL - WIDTH - 17;
    if (room < 0) return SafeText.of(clip(`${mark} ${label} ${took}`, columns - 1));
    const time = took.padStart(11);
    return text`${out.paint(colour, `${mark} `)}${label.padEnd(LABEL)} ${out.paint(colour, bar)}${time}${note && text`  ${out.paint("dim", clip(note, room))}`}`;
  }

  function erase(): void {
    screen?.write("\r\x1b[2K");
  }
}

/** What a signal adds to the line of its phase. */
function note(live: Live, signal: Signal): void {
  const fact = signal as MissionSignal;
  const result = resultOf(fact);
  if (result) settle(live, ...result);
  if (fact.type === "gantry.mission.failed") settle(live, false, fact.data.message);
  if (fact.type === "gantry.mission.cancel_requested") live.note = "stopping";
  if (fact.type !== "gantry.build.progressed") return;
  live.note = fact.data.build_phase;
  live.done = (BUILD_PHASES.indexOf(fact.data.build_phase) + 1) / (BUILD_PHASES.length + 1);
}

/** Whether a phase went well, and what came of it; undefined for a signal that does not say. */
function resultOf(fact: MissionSignal): [well: boolean, text: string] | undefined {
  switch (fact.type) {
    case "gantry.build.finished":
      return [fact.data.verdict === "passed", fact.data.reason];
    case "gantry.policy.evaluated":
      return [fact.data.verdict === "allow", fact.data.reasons.join("; ")];
    case "gantry.heal.applied":
      return [true, fact.data.fixes.join("; ")];
    case "gantry.review.finished":
      return [fact.data.verdict === "accept", fact.data.notes.join("; ")];
    case "gantry.deployment.verified":
      return [fact.data.passed, fact.data.reason];
    case "gantry.deployment.previewed":
    case "gantry.deployment.promoted":
    case "gantry.pull_request.opened":
      return [true, fact.data.url];
    default:
      return undefined;
  }
}

function settle(live: Live, well: boolean, words: string): void {
  live.failed ||= !well;
  live.note = printableLine(words);
}

/** A moving block: the phase is in progress, with unknown duration. */
function sweep(ms: number): string {
  const at = Math.floor(ms / REDRAW_MS) % (2 * (WIDTH - 3));
  const from = at < WIDTH - 3 ? at : 2 * (WIDTH - 3) - at;
  return `${"─".repeat(from)}━━━${"─".repeat(WIDTH - 3 - from)}`;
}

function sinceStart({ started_at }: PhaseSpan, { created_at }: Mission): string {
  return duration(Date.parse(started_at) - Date.parse(created_at)).padStart(9);
}

/** The beginning of a text, in columns of a terminal: some characters take two. */
function clip(words: string, room: number): string {
  if (stringWidth(words) <= room) return words;
  let shown = "";
  for (const { segment } of new Intl.Segmenter().segment(words)) {
    if (stringWidth(shown + segment) >= room) break;
    shown += segment;
  }
  return room > 0 ? `${shown}…` : "";
}
