import { Download } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { save } from "../service/save.ts";
import { useBuildLog } from "../service/use-build-log.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { SMALL_CONTROL } from "../ui/field.tsx";
import { LogPanel } from "../ui/log-panel.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { Lines } from "./lines.tsx";
import { plainLine } from "./plain-line.ts";
import type { WorkProps } from "./view.ts";

/** The output of an attempt's build, to be searched and saved. */
export default function BuildOutput({ mission: { mission_id }, attempt }: WorkProps) {
  const { work } = useWords();
  const { lines, complete, trouble } = useBuildLog(mission_id, attempt.attempt);
  const [query, setQuery] = useState("");
  const searched = useDeferredValue(query);
  const shown = useMemo(() => matching(lines, searched), [lines, searched]);
  const build = attempt.builds.at(-1);
  return (
    <LogPanel
      heading="output"
      head={
        <>
          <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
            <h2 id="output" className="font-semibold">
              {work.output}{" "}
              <span className="font-normal text-muted">
                {searched === "" ? work.lines(lines.length) : work.matches(shown.length)}
              </span>
            </h2>
            <input
              type="search"
              aria-label={work.searchOutput}
              placeholder={work.searchOutput}
              value={query}
              onChange={({ target }) => setQuery(target.value)}
              className={cx(SMALL_CONTROL, "flex-1")}
            />
            <Button
              kind="quiet"
              onClick={() =>
                save(
                  new TextEncoder().encode(lines.join("\n")),
                  `${mission_id}-${attempt.attempt}.log`,
                  "text/plain",
                )
              }
            >
              <Download aria-hidden className="size-4" />
              {work.downloadOutput}
            </Button>
          </header>
          {trouble !== null && <Notice kind="warning">{sentenceOf(trouble)}</Notice>}
        </>
      }
      length={shown.length}
      className="leading-5"
      dir="ltr"
      foot={build?.reason && <p className="border-t border-line px-4 py-2.5">{build.reason}</p>}
    >
      <div className="w-max min-w-full">
        <Lines of={shown}>{({ number, text }) => <Line key={number} number={number} text={text} />}</Lines>
      </div>
      {lines.length === 0 && (
        <p className="px-4 text-muted">{complete ? work.noOutput : work.waitsForOutput}</p>
      )}
    </LogPanel>
  );
}

function Line({ number, text }: { readonly number: number; readonly text: string }) {
  return (
    <div className="flex whitespace-pre">
      <span aria-hidden className="w-12 shrink-0 pe-3 text-end text-muted select-none">
        {number}
      </span>
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
