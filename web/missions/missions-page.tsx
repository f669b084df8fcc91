import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { client } from "../service/client.ts";
import { missions, queries } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Empty } from "../ui/empty.tsx";
import { SMALL_CONTROL } from "../ui/field.tsx";
import { Older } from "../ui/older.tsx";
import { Page } from "../ui/page.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { MissionList } from "./mission-list.tsx";
import { isSettled } from "./phases.ts";

const route = getRouteApi("/missions");

/** All missions, newest first, filtered by what stands in the address. */
export function MissionsPage() {
  const words = useWords().missions;
  const filter = route.useSearch();
  const query = useInfiniteQuery(missions(filter));
  const hasEnded = query.data?.pages.some((page) => page.missions.some(({ status }) => isSettled(status)));
  const filtered = filter.q !== undefined || filter.status !== undefined;
  return (
    <Page title={words.missions} lead={words.lead} actions={hasEnded && <Clear />}>
      <Filter filter={filter} />
      <Async query={query} lines={8}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.missions);
          if (found.length > 0) return <MissionList missions={found} />;
          return filtered ? (
            <Empty title={words.noMatch}>
              <Link to="/missions" className="underline">
                {words.showAll}
              </Link>
            </Empty>
          ) : (
            <Empty title={words.none}>
              {inline(
                words.noneLead((text) => (
                  <Link to="/" className="underline">
                    {text}
                  </Link>
                )),
              )}
            </Empty>
          );
        }}
      </Async>
      <Older query={query} label={words.older} />
    </Page>
  );
}

function Filter({
  filter,
}: {
  readonly filter: { readonly q?: string | undefined; readonly status?: string | undefined };
}) {
  const { missions: words, phases } = useWords();
  const navigate = useNavigate({ from: "/missions" });
  return (
    <search className="mb-4 flex flex-wrap gap-2">
      <SearchBox
        label={words.search}
        hint={words.searchHint}
        value={filter.q}
        search={(q) => void navigate({ search: (old) => ({ ...old, q }), replace: true })}
      />
      <select
        aria-label={words.status}
        value={filter.status ?? ""}
        className={SMALL_CONTROL}
        onChange={({ target }) =>
          void navigate({ search: (old) => ({ ...old, status: target.value || undefined }) })
        }
      >
        <option value="">{words.everyStatus}</option>
        {Object.entries(phases).map(([phase, { name }]) => (
          <option key={phase} value={phase}>
            {name}
          </option>
        ))}
      </select>
    </search>
  );
}

/** Hides the missions that have ended. Their evidence and projects stay. */
function Clear() {
  const words = useWords().missions;
  const clear = useMutation({
    mutationFn: () => client.clear(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["missions"] }),
  });
  return (
    <>
      {clear.isError && (
        <p role="alert" className="self-center text-bad">
          {sentenceOf(clear.error)}
        </p>
      )}
      <ConfirmButton
        kind="secondary"
        label={words.hideEnded}
        question={words.askHideEnded}
        busy={clear.isPending}
        confirm={() => clear.mutate()}
      />
    </>
  );
}
