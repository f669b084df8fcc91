import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { client } from "../service/client.ts";
import { missions, queries } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Older } from "../ui/older.tsx";
import { Page } from "../ui/page.tsx";
import { MissionList } from "./mission-list.tsx";
import { PHASES } from "./phases.ts";

const route = getRouteApi("/missions");

/** All missions, newest first, filtered by what stands in the address. */
export function MissionsPage() {
  const filter = route.useSearch();
  const query = useInfiniteQuery(missions(filter));
  const filtered = filter.q !== undefined || filter.status !== undefined;
  return (
    <Page
      title="Missions"
      lead="Each builds one app, from a confirmed plan to sealed evidence."
      actions={<Clear />}
    >
      <Filter filter={filter} />
      <Async query={query} lines={8}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.missions);
          if (found.length > 0) return <MissionList missions={found} />;
          return filtered ? (
            <Empty title="No mission matches">
              <Link to="/missions" className="underline">
                Show all missions
              </Link>
            </Empty>
          ) : (
            <Empty title="No missions yet">
              <Link to="/" className="underline">
                Say what you want built
              </Link>
              , and confirm its plan. The mission appears here by itself.
            </Empty>
          );
        }}
      </Async>
      <Older query={query} name="missions" />
    </Page>
  );
}

function Filter({
  filter,
}: {
  readonly filter: { readonly q?: string | undefined; readonly status?: string | undefined };
}) {
  const navigate = useNavigate({ from: "/missions" });
  const control = "min-h-9 rounded-control border border-edge bg-panel px-3 py-1.5";
  return (
    <search className="mb-4 flex flex-wrap gap-2">
      <input
        type="search"
        aria-label="Search missions"
        placeholder="Search titles, requests, projects"
        defaultValue={filter.q}
        className={`${control} min-w-0 flex-1`}
        onChange={({ target }) =>
          void navigate({ search: (old) => ({ ...old, q: target.value.trim() || undefined }), replace: true })
        }
      />
      <select
        aria-label="Status"
        value={filter.status ?? ""}
        className={control}
        onChange={({ target }) =>
          void navigate({ search: (old) => ({ ...old, status: target.value || undefined }) })
        }
      >
        <option value="">Every status</option>
        {Object.entries(PHASES).map(([phase, { name }]) => (
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
  const clear = useMutation({
    mutationFn: () => client.clear(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["missions"] }),
  });
  const ask = () => {
    if (confirm("Hide all missions that have ended? Their apps, pull requests and evidence stay."))
      clear.mutate();
  };
  return (
    <Button busy={clear.isPending} onClick={ask}>
      Hide ended missions
    </Button>
  );
}
