import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Budget, QueuedMission } from "#sdk/typescript/api.ts";
import { PhaseBadge } from "../missions/phase-badge.tsx";
import { budget, queue } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, Part } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { useWords, type Words } from "../words/words.ts";

/** From this share of the limit on, a warning is shown. */
const NEAR = 0.8;

/** What limits missions: builder slots, and the month's budget for models. */
export function Capacity() {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Slots />
      <Month />
    </div>
  );
}

function Slots() {
  const { capacity } = useWords();
  const query = useQuery(queue);
  return (
    <Panel aria-label={capacity.slots}>
      <h2 className="mb-3 font-semibold">{capacity.slots}</h2>
      <Async query={query} lines={3}>
        {({ slots, running, waiting }) => (
          <>
            <p>{capacity.held(running.length, slots, waiting.length)}</p>
            <Missions title={capacity.running} missions={running} />
            <Missions title={capacity.waiting} missions={waiting} isNumbered />
          </>
        )}
      </Async>
    </Panel>
  );
}

interface MissionsProps {
  readonly title: string;
  readonly missions: readonly QueuedMission[];
  readonly isNumbered?: boolean;
}

function Missions({ title, missions, isNumbered = false }: MissionsProps) {
  if (missions.length === 0) return null;
  return (
    <Part title={title}>
      <ol className="max-h-72 divide-y divide-line overflow-y-auto">
        {missions.map(({ mission_id, title: name, status, created_at }, place) => (
          <li key={mission_id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            {isNumbered && <span className="w-8 text-end text-muted">{place + 1}</span>}
            <Link
              to="/missions/$id"
              params={{ id: mission_id }}
              search={{}}
              className="min-w-0 flex-1 underline"
            >
              <bdi>{name ?? mission_id}</bdi>
            </Link>
            {status && <PhaseBadge phase={status} />}
            {created_at && (
              <span className="text-sm text-muted">
                <Time at={created_at} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Month() {
  const { capacity } = useWords();
  const query = useQuery(budget);
  return (
    <Panel aria-label={capacity.budget}>
      <h2 className="mb-3 font-semibold">{capacity.budget}</h2>
      <Async query={query} lines={3}>
        {(month) => <Spent month={month} />}
      </Async>
    </Panel>
  );
}

function Spent({ month }: { readonly month: Budget }) {
  const words = useWords();
  const { capacity, formats } = words;
  const { spent_usd, reserved_usd, unknown_usd, limit_usd, forecast_usd } = month;
  const warning = warningOf(words, month);
  const rows = [
    [capacity.spent, formats.money(spent_usd)],
    [capacity.reserved, formats.money(reserved_usd)],
    ...(unknown_usd > 0 ? ([[capacity.unknown, formats.money(unknown_usd)]] as const) : []),
    [capacity.limit, limit_usd === null ? capacity.noLimit : formats.money(limit_usd)],
    [capacity.forecast, formats.money(forecast_usd)],
  ] as const;
  return (
    <>
      {warning && <Notice kind="warning">{warning}</Notice>}
      {limit_usd !== null && limit_usd > 0 && (
        <meter
          aria-label={capacity.ofLimit}
          min={0}
          max={limit_usd}
          high={limit_usd * NEAR}
          value={Math.min(spent_usd + reserved_usd, limit_usd)}
          className="my-3 block h-3 w-full"
        />
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="text-end tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What should not be missed about the limit; undefined if there is nothing. */
function warningOf({ capacity, formats }: Words, month: Budget): string | undefined {
  const { spent_usd, reserved_usd, limit_usd, forecast_usd } = month;
  if (limit_usd === null) return undefined;
  const held = spent_usd + reserved_usd;
  if (held >= limit_usd) return capacity.exhausted;
  if (held >= limit_usd * NEAR) return capacity.near(formats.money(limit_usd - held));
  return forecast_usd > limit_usd ? capacity.over(formats.money(forecast_usd - limit_usd)) : undefined;
}
