import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ComponentType, lazy, Suspense } from "react";
import type { Attempt, Mission } from "#sdk/typescript/api.ts";
import { SignalLog } from "../missions/signal-log.tsx";
import type { MissionState } from "../service/mission-feed.ts";
import { attempts } from "../service/queries.ts";
import { Async, Skeleton } from "../ui/async.tsx";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";
import { type AttemptView, VIEWS, type WorkProps } from "./view.ts";

const route = getRouteApi("/missions/$id");

/** The views of an attempt, each loaded when it is opened. */
const SHOWN: Readonly<Record<AttemptView, ComponentType<WorkProps>>> = {
  preview: lazy(() => import("./preview.tsx")),
  output: lazy(() => import("./build-output.tsx")),
  files: lazy(() => import("./files.tsx")),
  checks: lazy(() => import("./checks.tsx")),
};

const Machine = lazy(() => import("../machine/machine.tsx"));

/** What a mission did, and what each attempt made. The address names what is shown. */
export function Work({ mission, state }: { readonly mission: Mission; readonly state: MissionState }) {
  const { view } = route.useSearch();
  return (
    <div className="mt-6">
      <Tabs mission={mission} />
      {view === undefined && <SignalLog state={state} />}
      {view === "machine" && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Machine mission={mission} signals={state.signals} />
        </Suspense>
      )}
      {view !== undefined && view !== "machine" && <Attempted mission={mission} view={view} />}
    </div>
  );
}

function Tabs({ mission }: { readonly mission: Mission }) {
  const { work } = useWords();
  const search = route.useSearch();
  return (
    <nav aria-label={work.views} className="mb-3 flex gap-1 overflow-x-auto">
      {[undefined, ...VIEWS].map((view) => (
        <Link
          key={view ?? "log"}
          to="/missions/$id"
          params={{ id: mission.mission_id }}
          search={{ view, attempt: view && view !== "machine" ? search.attempt : undefined }}
          resetScroll={false}
          aria-current={search.view === view ? "page" : undefined}
          className={cx(
            "rounded-control px-3 py-1.5 whitespace-nowrap pointer-coarse:py-2.5",
            search.view === view ? "bg-tint font-medium" : "text-muted hover:bg-raised hover:text-text",
          )}
        >
          {work[view ?? "log"]}
        </Link>
      ))}
    </nav>
  );
}

function Attempted({ mission, view }: { readonly mission: Mission; readonly view: AttemptView }) {
  const { work } = useWords();
  const { attempt: number } = route.useSearch();
  const query = useQuery(attempts(mission.mission_id, mission.seq));
  const View = SHOWN[view];
  return (
    <Async query={query} lines={6}>
      {({ attempts: all }) => {
        const attempt = number === undefined ? all.at(-1) : all.find((each) => each.attempt === number);
        if (!attempt) return <Notice kind="info">{all.length === 0 ? work.noDraft : work.noAttempt}</Notice>;
        return (
          <div className="space-y-3">
            {all.length > 1 && <AttemptChoice mission={mission} all={all} shown={attempt} />}
            <Suspense fallback={<Skeleton lines={6} />}>
              <View mission={mission} attempt={attempt} />
            </Suspense>
          </div>
        );
      }}
    </Async>
  );
}

interface AttemptChoiceProps {
  readonly mission: Mission;
  readonly all: readonly Attempt[];
  readonly shown: Attempt;
}

/** The attempts to choose from, and what was repaired for the one that is shown. */
function AttemptChoice({ mission, all, shown }: AttemptChoiceProps) {
  const { work } = useWords();
  const { view } = route.useSearch();
  return (
    <div>
      <nav aria-label={work.attempts} className="flex flex-wrap gap-1">
        {all.map(({ attempt }) => (
          <Link
            key={attempt}
            to="/missions/$id"
            params={{ id: mission.mission_id }}
            search={{ view, attempt }}
            resetScroll={false}
            aria-current={attempt === shown.attempt ? "page" : undefined}
            className={cx(
              "rounded-control border px-2.5 py-1 text-sm pointer-coarse:py-2.5",
              attempt === shown.attempt
                ? "border-edge font-medium"
                : "border-line text-muted hover:bg-raised",
            )}
          >
            {work.attempt(attempt)}
          </Link>
        ))}
      </nav>
      {shown.repairs.length > 0 && (
        <ul className="mt-2 list-disc ps-5 text-sm">
          {shown.repairs.map((repair) => (
            <li key={repair}>
              <bdi>{repair}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
