import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { Fragment } from "react";
import type { MissionFiles } from "#sdk/typescript/api.ts";
import { ARCHIVE, client } from "../service/client.ts";
import { files } from "../service/queries.ts";
import { save } from "../service/save.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { FILE_MARKS } from "../ui/file-marks.ts";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { FileView } from "./file-view.tsx";
import { visible } from "./plain-line.ts";
import type { WorkProps } from "./view.ts";

const route = getRouteApi("/missions/$id");

/** The files of an attempt beside the one that is chosen. */
export default function Files({ mission, attempt: { attempt } }: WorkProps) {
  const { mission_id, project } = mission;
  const { work } = useWords();
  const { path } = route.useSearch();
  const query = useQuery(files(mission_id, attempt));
  const archive = useMutation({
    mutationFn: () => client.source({ id: mission_id, attempt }, ARCHIVE),
    onSuccess: (bytes) => save(bytes, `${project}-${attempt}.zip`),
  });
  return (
    <Async query={query} lines={8}>
      {(listed) => {
        const shown = path ?? listed.files.find(isFirstShown)?.path ?? listed.files[0]?.path;
        return (
          <div className="space-y-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="text-sm text-muted">{comparisonOf(listed, work)}</p>
              <Button busy={archive.isPending} onClick={() => archive.mutate()}>
                <Download aria-hidden className="size-4" />
                {work.downloadSource}
              </Button>
            </div>
            {archive.error && <Notice kind="error">{sentenceOf(archive.error)}</Notice>}
            <div className="grid items-start gap-3 md:grid-cols-[16rem_minmax(0,1fr)]">
              <FileList files={listed.files} mission={mission_id} attempt={attempt} shown={shown} />
              {shown !== undefined && <FileView mission={mission_id} attempt={attempt} path={shown} />}
            </div>
          </div>
        );
      }}
    </Async>
  );
}

/** What a person sees first: what changed, in a new app its README. */
const isFirstShown = ({ path, change }: MissionFiles["files"][number]) =>
  change !== "unchanged" || path === "README.md";

function comparisonOf(
  { compared_with, files: listed }: MissionFiles,
  work: ReturnType<typeof useWords>["work"],
): string {
  const changes = listed.filter(({ change }) => change !== "unchanged").length;
  if (!compared_with) return work.filesOf(listed.length);
  const { kind, number } = compared_with;
  return kind === "attempt"
    ? work.changedSinceAttempt(changes, number)
    : work.changedSinceRelease(changes, number);
}

interface FileListProps {
  readonly files: MissionFiles["files"];
  readonly mission: string;
  readonly attempt: number;
  readonly shown: string | undefined;
}

function FileList({ files: listed, mission, attempt, shown }: FileListProps) {
  const { work, ui } = useWords();
  return (
    <nav
      aria-label={work.files}
      className="max-h-[32rem] overflow-auto rounded-panel border border-line bg-panel py-1.5 font-mono text-sm"
    >
      <ul>
        {listed.map(({ path, change }) => (
          <li key={path}>
            <Link
              to="/missions/$id"
              params={{ id: mission }}
              search={{ view: "files", attempt, path }}
              resetScroll={false}
              aria-current={path === shown ? "true" : undefined}
              className={cx(
                "flex min-h-6 items-baseline gap-2 px-3 py-0.5 pointer-coarse:py-2.5",
                path === shown ? "bg-tint" : "hover:bg-raised",
                change === "deleted" && "text-muted line-through",
              )}
            >
              <bdi dir="ltr" className="min-w-0 flex-1 wrap-anywhere">
                <Path path={path} />
              </bdi>
              {change !== "unchanged" && (
                <span
                  className={
                    change === "added" ? "text-good" : change === "deleted" ? "text-bad" : "text-wait"
                  }
                >
                  <span aria-hidden>{FILE_MARKS[change]}</span>
                  <span className="sr-only">{ui.fileChanges[change]}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A path that is broken after its folders where it does not fit. */
function Path({ path }: { readonly path: string }) {
  return path.split("/").map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path do not change
    <Fragment key={at}>
      {at > 0 && (
        <>
          /<wbr />
        </>
      )}
      {visible(part)}
    </Fragment>
  ));
}
