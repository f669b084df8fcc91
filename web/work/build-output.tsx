import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useBuildLog } from "../service/use-build-log.ts";
import { cx } from "../ui/cx.ts";
import { LogPanel } from "../ui/log-panel.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { Lines } from "./lines.tsx";
import { OutputHead } from "./output-head.tsx";
import { plainLine } from "./plain-line.ts";
import { lineSearch, linesIn, type WorkProps, type WorkSearch } from "./view.ts";

const route = getRouteApi("/missions/$id");

/** The output of an attempt's build, to be searched, paused and saved. The address can name lines of it. */
export default function BuildOutput({ mission: { mission_id }, attempt }: WorkProps) {
  const { work } = useWords();
  const { lines: read, complete, trouble } = useBuildLog(mission_id, attempt.attempt);
  const [query, setQuery] = useState("");
  const [paused, setPaused] = useState<number | null>(null);
  const lines = useMemo(() => (paused === null ? read : read.slice(0, paused)), [read, paused]);
  const searched = useDeferredValue(query);
  const shown = useMemo(() => matching(lines, searched), [lines, searched]);
  const { line } = route.useSearch();
  const marked = linesIn(line);
  const box = useRef<HTMLDivElement>(null);
  const mark = useMark(attempt.attempt);
  useScrollTo(box, marked?.first, shown.length);
  return (
    <LogPanel
      heading="output"
      head={
        <>
          <OutputHead
            {...{ query, setQuery, complete, mark }}
            lines={read}
            count={searched === "" ? work.lines(lines.length) : work.matches(shown.length)}
            name={`${mission_id}-${attempt.attempt}.log`}
            missed={paused === null ? null : read.length - paused}
            setPaused={(pause) => setPaused(pause ? read.length : null)}
          />
          {trouble !== null && <Notice kind="warning">{sentenceOf(trouble)}</Notice>}
        </>
      }
      length={shown.length}
      fromEnd={marked === undefined}
      className="leading-5"
      dir="ltr"
      foot={<Reason attempt={attempt} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its links are pressed, and "Go to line" is for keyboards */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div ref={box} className="w-max min-w-full" onClick={(event) => pressed(event, line, mark)}>
        <Lines of={shown}>
          {({ number, text }) => (
            <Line
              key={number}
              attempt={attempt.attempt}
              number={number}
              text={text}
              isMarked={marked !== undefined && marked.first <= number && number <= marked.last}
            />
          )}
        </Lines>
      </div>
      {lines.length === 0 && (
        <p className="px-4 text-muted">{complete ? work.noOutput : work.waitsForOutput}</p>
      )}
    </LogPanel>
  );
}

/** Marks lines in the address, which can be copied. */
function useMark(attempt: number): (line: string) => void {
  const navigate = useNavigate({ from: "/missions/$id" });
  return (line) =>
    void navigate({
      search: { view: "output", attempt, line: lineSearch(line) },
      resetScroll: false,
      replace: true,
    });
}

/** Marks the line whose number is pressed; with Shift, all from the marked one to it. */
function pressed(event: MouseEvent, line: WorkSearch["line"], mark: (line: string) => void): void {
  const number = (event.target as Element).closest("a[data-line]")?.getAttribute("data-line");
  if (!number || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const start = event.shiftKey ? linesIn(line)?.first : undefined;
  mark(start === undefined || start === Number(number) ? number : `${start}-${number}`);
}

/** Shows a line once it is there. */
function useScrollTo(
  box: { readonly current: HTMLElement | null },
  line: number | undefined,
  length: number,
) {
  const reached = useRef<number | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line may come with the next ones that are read
  useEffect(() => {
    if (line === undefined || reached.current === line) return;
    const element = box.current?.querySelector(`a[data-line="${line}"]`);
    if (!element) return;
    reached.current = line;
    element.scrollIntoView({ block: "center" });
  }, [box, line, length]);
}

function Reason({ attempt: { builds } }: Pick<WorkProps, "attempt">) {
  const reason = builds.at(-1)?.reason;
  return reason ? <p className="border-t border-line px-4 py-2.5">{reason}</p> : null;
}

interface LineProps {
  readonly attempt: number;
  readonly number: number;
  readonly text: string;
  readonly isMarked: boolean;
}

function Line({ attempt, number, text, isMarked }: LineProps) {
  return (
    <div
      data-marked={isMarked || undefined}
      className={cx(
        "flex whitespace-pre",
        isMarked && "bg-tint shadow-[inset_3px_0_0_var(--accent)] forced-colors:outline",
      )}
    >
      <a
        tabIndex={-1}
        href={`?view=output&attempt=${attempt}&line=${number}`}
        data-line={number}
        className="w-14 shrink-0 pe-3 text-end text-muted select-none hover:text-text hover:underline"
      >
        {number}
      </a>
      <span className={text.startsWith("$ ") ? "pe-4 font-semibold" : "pe-4"}>{text}</span>
    </div>
  );
}

/** The lines that contain a text, in any case, with their numbers from 1. */
function matching(lines: readonly string[], query: string): { number: number; text: string }[] {
  const wanted = query.toLowerCase();
  return lines
    .map((line, at) => ({ number: at + 1, text: plainLine(line) }))
    .filter(({ text }) => text.toLowerCase().includes(wanted));
}
