import { Download, Pause, Play } from "lucide-react";
import { save } from "../service/save.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { SMALL_CONTROL } from "../ui/field.tsx";
import { useWords } from "../words/words.ts";
import { linesIn } from "./view.ts";

interface OutputHeadProps {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** All lines that were read, as they are saved. */
  readonly lines: readonly string[];
  readonly count: string;
  /** The name of the file that is saved. */
  readonly name: string;
  readonly complete: boolean;
  /** How many lines came since it was paused; null while it is not. */
  readonly missed: number | null;
  readonly setPaused: (pause: boolean) => void;
  readonly mark: (line: string) => void;
}

/** What can be done with the output of a build. */
export function OutputHead({
  query,
  setQuery,
  lines,
  count,
  name,
  complete,
  missed,
  setPaused,
  mark,
}: OutputHeadProps) {
  const { work } = useWords();
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
      <h2 id="output" className="font-semibold">
        {work.output} <span className="font-normal text-muted">{count}</span>
      </h2>
      <input
        type="search"
        aria-label={work.searchOutput}
        placeholder={work.searchOutput}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        className={cx(SMALL_CONTROL, "min-w-40 flex-1")}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const line = String(new FormData(event.currentTarget).get("line")).replaceAll(" ", "");
          if (linesIn(line)) mark(line);
        }}
      >
        <input
          name="line"
          aria-label={work.goToLine}
          placeholder={work.goToLine}
          title={work.goToLineHint}
          pattern="\s*[1-9][0-9]{0,8}\s*(-\s*[1-9][0-9]{0,8}\s*)?"
          className={cx(SMALL_CONTROL, "w-32")}
        />
      </form>
      {(!complete || missed !== null) && (
        <Button kind="quiet" onClick={() => setPaused(missed === null)}>
          {missed === null ? (
            <Pause aria-hidden className="size-4" />
          ) : (
            <Play aria-hidden className="size-4" />
          )}
          {missed === null ? work.pause : work.goOn(missed)}
        </Button>
      )}
      <Button
        kind="quiet"
        onClick={() => save(new TextEncoder().encode(lines.join("\n")), name, "text/plain")}
      >
        <Download aria-hidden className="size-4" />
        {work.downloadOutput}
      </Button>
    </header>
  );
}
