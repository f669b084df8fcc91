import { queryOptions } from "@tanstack/react-query";
import type { Mission } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { figuresOf } from "./figures.ts";

const PAGE = 200;
/** The most missions that are read: the newest. */
const MOST = 2_000;
const DAY_MS = 86_400_000;

/** The figures of the missions of the last days. */
export const operations = (days: number) =>
  queryOptions({
    queryKey: ["operations", days],
    queryFn: async ({ signal }) => {
      const { missions, complete } = await missionsSince(Date.now() - days * DAY_MS, signal);
      return { figures: figuresOf(missions), missions: missions.length, complete };
    },
    refetchInterval: 30_000,
  });

/** The missions that were created since a time, newest first, and whether these are all. */
async function missionsSince(
  since: number,
  signal: AbortSignal,
): Promise<{ missions: Mission[]; complete: boolean }> {
  const from = new Date(since).toISOString();
  const missions: Mission[] = [];
  let cursor: string | undefined;
  while (missions.length < MOST) {
    const page = await client.missions({ limit: PAGE, from, cursor }, { signal });
    missions.push(...page.missions);
    if (page.next_cursor === null) return { missions, complete: true };
    cursor = page.next_cursor;
  }
  return { missions, complete: false };
}
