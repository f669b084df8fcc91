import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { checks, missions, session } from "../service/queries.ts";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";

/** What the installation knows of itself, for its owner. */
export function useOwnersChecks() {
  const isOwner = useQuery(session).data?.membership === "owner";
  return useQuery({ ...checks, enabled: isOwner });
}

/** What hinders a build in this installation, for its owner; before the first one also what a model would add. */
export function Hindrances() {
  const { checks: words } = useWords();
  const found = useOwnersChecks().data?.checks ?? [];
  const isNew = useInfiniteQuery(missions({})).data?.pages[0]?.missions.length === 0;
  const shown = found.filter(
    ({ name, state }) => state === "fail" || (name === "model" && state === "warn" && isNew),
  );
  if (shown.length === 0) return null;
  return (
    <section aria-label={words.hindrances} className="mt-4 space-y-2">
      {shown.map(({ name, state, detail, fix }) => (
        <Notice key={name} kind={state === "fail" ? "warning" : "info"}>
          <p lang="en">{detail}</p>
          {fix && (
            <p lang="en" className="text-sm text-muted">
              {words.fix(fix)}
            </p>
          )}
        </Notice>
      ))}
      <p className="text-sm">
        <Link to="/settings" className="text-muted underline hover:text-text">
          {words.all}
        </Link>
      </p>
    </section>
  );
}
