import type { Mission } from "#sdk/typescript/api.ts";
import { STANDINGS } from "./phases.ts";

/** How missions stood when they were last looked at, by their ids. */
export type Standings = ReadonlyMap<string, Mission["status"]>;

export function standingsOf(missions: readonly Mission[]): Standings {
  return new Map(missions.map(({ mission_id, status }) => [mission_id, status]));
}

/**
 * The missions that have ended since, or have come to wait for a person. Of missions that were not known, those that were
 * started after the first look, in epoch milliseconds.
 */
export function newsOf(missions: readonly Mission[], before: Standings, since: number): readonly Mission[] {
  return missions.filter(({ mission_id, status, created_at }) => {
    const was = before.get(mission_id);
    const isNew = was === undefined ? Date.parse(created_at) >= since : was !== status;
    return isNew && STANDINGS[status] !== "running";
  });
}
