import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { newsOf, type Standings, standingsOf } from "../missions/news-of.ts";
import { notify, useNotifications } from "../service/notifications.ts";
import { missions } from "../service/queries.ts";

/** Tells of missions that end or wait, while a page is open and the person has asked for it. Shows nothing itself. */
export function MissionNews() {
  return useNotifications() === "on" ? <Watch /> : null;
}

function Watch() {
  const navigate = useNavigate();
  const { data } = useInfiniteQuery({ ...missions({}), refetchIntervalInBackground: true });
  const known = useRef<Standings>(undefined);
  const since = useRef(Date.now());
  useEffect(() => {
    const newest = data?.pages[0]?.missions;
    if (!newest) return;
    for (const { mission_id, title, speech } of known.current
      ? newsOf(newest, known.current, since.current)
      : [])
      notify(title, speech, () => void navigate({ to: "/missions/$id", params: { id: mission_id } }));
    known.current = standingsOf(newest);
  }, [data, navigate]);
  return null;
}
