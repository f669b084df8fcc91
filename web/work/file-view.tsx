import { useQuery } from "@tanstack/react-query";
import type { MissionFile } from "#sdk/typescript/api.ts";
import { file } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { CopyButton } from "../ui/copy.tsx";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";
import { type DiffRow, diffRows } from "./diff-rows.ts";
import { Code } from "./highlight/code.tsx";
import { languageOf } from "./highlight/languages.ts";
import type { TokenLine } from "./highlight/tokens.ts";
import { useTokens } from "./highlight/use-tokens.ts";
import { Lines } from "./lines.tsx";

interface FileViewProps {
  readonly mission: string;
  readonly attempt: number;
  readonly path: string;
}

/** One file with what changed in it. */
export function FileView({ mission, attempt, path }: FileViewProps) {
  const { work } = useWords();
  const query = useQuery(file(mission, attempt, path));
  return (
    <section aria-label={path} className="min-w-0 rounded-panel border border-line bg-panel">
      <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
        <h2 className="font-mono text-sm break-all">
          <bdi dir="ltr">{path}</bdi>
        </h2>
        {query.data?.content && query.data.encoding === "utf8" && (
          <CopyButton value={query.data.content} label={work.copyFile} />
        )}
      </header>
      <div className="p-1">
        <Async query={query} lines={8}>
          {(read) => <Content file={read} />}
        </Async>
      </div>
    </section>
  );
}

function Content({ file: read }: { readonly file: MissionFile }) {
  const { work } = useWords();
  const language = read.encoding === "utf8" ? languageOf(read.path) : undefined;
  const now = useTokens(read.content, language);
  const old = useTokens(read.before, language);
  if (read.encoding === "base64") return <Notice kind="info">{work.binary}</Notice>;
  if (read.content === null && read.change !== "deleted") return <Notice kind="info">{work.tooLarge}</Notice>;
  return (
    <section
      aria-label={work.content}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      dir="ltr"
      data-part="code"
      className="max-h-[32rem] overflow-auto font-mono text-sm leading-5"
    >
      <div className="w-max min-w-full">
        <Lines of={diffRows(read)}>{(row, at) => <Row key={at} row={row} now={now} old={old} />}</Lines>
      </div>
    </section>
  );
}

const LOOKS = { same: "", added: "bg-added", removed: "bg-removed" } as const;
const SIGNS = { same: " ", added: "+", removed: "−" } as const;

interface RowProps {
  readonly row: DiffRow;
  /** The tokens of the file as it is, and as it was. */
  readonly now: readonly TokenLine[] | null;
  readonly old: readonly TokenLine[] | null;
}

function Row({ row, now, old }: RowProps) {
  const { work } = useWords();
  if (row.kind === "left out")
    return <div className="bg-raised px-3 text-muted select-none">{work.leftOut(row.lines)}</div>;
  return (
    <div className={cx("flex whitespace-pre", LOOKS[row.kind])}>
      <span aria-hidden className="w-10 shrink-0 pe-2 text-end text-muted select-none">
        {row.now ?? row.old}
      </span>
      <span className="w-4 shrink-0 select-none">{SIGNS[row.kind]}</span>
      <span>
        <Code line={row.text} tokens={tokensOf(row, now, old)} />
      </span>
    </div>
  );
}

function tokensOf(
  row: Extract<DiffRow, { text: string }>,
  now: RowProps["now"],
  old: RowProps["old"],
): TokenLine | undefined {
  if (row.now !== null) return now?.[row.now - 1];
  return row.old === null ? undefined : old?.[row.old - 1];
}
