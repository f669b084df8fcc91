import { Link } from "@tanstack/react-router";
import type { Mission } from "#sdk/typescript/api.ts";
import { Time } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";
import { PhaseBadge } from "./phase-badge.tsx";

/** Missions as rows: what, how it stands, since when, and what it cost. */
export function MissionList({ missions }: { readonly missions: readonly Mission[] }) {
  const words = useWords();
  return (
    <ul
      className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-panel"
      aria-label={words.missions.missions}
    >
      {missions.map(({ mission_id, title, status, cancel_requested_at, created_at, cost_usd, speech }) => (
        <li key={mission_id}>
          <Link
            to="/missions/$id"
            params={{ id: mission_id }}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 hover:bg-raised"
          >
            <span className="truncate font-medium">
              <bdi>{title}</bdi>
            </span>
            <PhaseBadge phase={status} stopping={cancel_requested_at !== null} />
            <span className="truncate text-sm text-muted">{speech}</span>
            <span className="text-end text-sm text-muted">
              {cost_usd > 0 && `${words.formats.money(cost_usd)} · `}
              <Time at={created_at} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
