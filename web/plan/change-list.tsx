import type { ShownPlan } from "#sdk/typescript/api.ts";
import { FILE_MARKS } from "../ui/file-marks.ts";
import { Part } from "../ui/panel.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

type Change = NonNullable<ShownPlan["change"]>;

/** What a plan changes in an app that exists: the edits, then the files where they are known. */
export function ChangeList({ change: { edits, files, repository } }: { readonly change: Change }) {
  const { plan } = useWords();
  return (
    <Part title={plan.changes}>
      <ul className="list-disc space-y-1 ps-5">
        {edits.map((edit) => (
          <li key={edit}>{edit}</li>
        ))}
      </ul>
      {files && <Files files={files} />}
      {repository && (
        <>
          <p className="mt-3">
            {inline(plan.startsFrom(<code className="font-mono text-sm">{repository.branch}</code>))}
          </p>
          <Files files={repository.files} />
        </>
      )}
    </Part>
  );
}

function Files({ files }: { readonly files: NonNullable<Change["files"]> }) {
  const { ui } = useWords();
  const kinds = Object.keys(FILE_MARKS) as (keyof typeof FILE_MARKS)[];
  return (
    <ul className="mt-2 font-mono text-sm">
      {kinds.flatMap((kind) =>
        files[kind].map((path) => (
          <li key={`${kind} ${path}`}>
            <span className="sr-only">{ui.fileChanges[kind]} </span>
            <span aria-hidden>{FILE_MARKS[kind]} </span>
            {path}
          </li>
        )),
      )}
    </ul>
  );
}
