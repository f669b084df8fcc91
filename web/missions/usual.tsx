import { useQuery } from "@tanstack/react-query";
import type { Phase } from "#sdk/typescript/api.ts";
import { queue, usualDurations } from "../service/queries.ts";
import { useWords } from "../words/words.ts";

interface UsualProps {
  readonly status: Phase;
  readonly mission: string;
}

/** How long a phase that goes on usually takes here, and the mission's place while it waits for a builder slot. */
export function Usual({ status, mission }: UsualProps) {
  const { missions, formats } = useWords();
  const usual = useQuery(usualDurations).data?.find(({ phase }) => phase === status);
  return (
    <>
      {status === "QUEUED" && <Place mission={mission} />}
      {usual && <span>{missions.usually(formats.duration(usual.median), usual.spans)}</span>}
    </>
  );
}

function Place({ mission }: Pick<UsualProps, "mission">) {
  const { missions } = useWords();
  const { data } = useQuery(queue);
  const place = data?.waiting.findIndex(({ mission_id }) => mission_id === mission) ?? -1;
  if (!data || place < 0) return null;
  return <span>{missions.place(place + 1, data.waiting.length, data.running.length, data.slots)}</span>;
}
