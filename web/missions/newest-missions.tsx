import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { missions } from "../service/queries.ts";
import { useWords } from "../words/words.ts";
import { MissionList } from "./mission-list.tsx";

const SHOWN = 5;

/** The newest missions; nothing before the first. */
export function NewestMissions() {
  const words = useWords().missions;
  const newest = useInfiniteQuery(missions({})).data?.pages[0]?.missions ?? [];
  if (newest.length === 0) return null;
  return (
    <section aria-labelledby="newest" className="mt-10">
      <div className="mb-3 flex items-baseline justify-between">
        <h2 id="newest" className="text-sm font-semibold text-muted">
          {words.newest}
        </h2>
        <Link to="/missions" className="text-sm text-muted underline hover:text-text">
          {words.all}
        </Link>
      </div>
      <MissionList missions={newest.slice(0, SHOWN)} />
    </section>
  );
}
