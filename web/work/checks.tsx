import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";
import { CheckList } from "./check-list.tsx";
import { Screenshots } from "./screenshots.tsx";
import type { WorkProps } from "./view.ts";

/** What was checked of an attempt, with the app as its checks left it. */
export default function Checks({ mission, attempt }: WorkProps) {
  const { work } = useWords();
  const { acceptance } = attempt;
  return (
    <Panel aria-label={work.checks}>
      <CheckList of={attempt} />
      {acceptance ? (
        <Screenshots mission={mission.mission_id} screenshots={acceptance.screenshots} />
      ) : (
        <p className="mt-3 text-muted">{work.notOpened}</p>
      )}
    </Panel>
  );
}
