import type { Signal } from "#sdk/typescript/api.ts";
import type { MissionState } from "../service/mission-feed.ts";
import { LogPanel } from "../ui/log-panel.tsx";
import { useWords } from "../words/words.ts";
import { describeSignal, nameOf } from "./describe-signal.ts";

/** Everything that happened, as recorded. */
export function SignalLog({ state: { signals } }: { readonly state: MissionState }) {
  const { missions } = useWords();
  return (
    <LogPanel
      heading="log"
      head={
        <h2 id="log" className="border-b border-line px-4 py-2.5 font-semibold">
          {missions.log} <span className="font-normal text-muted">{missions.records(signals.length)}</span>
        </h2>
      }
      length={signals.length}
      className="px-4"
    >
      <ol>
        {signals.map((signal) => (
          <Line key={signal.id} signal={signal} />
        ))}
      </ol>
    </LogPanel>
  );
}

function Line({ signal }: { readonly signal: Signal }) {
  const words = useWords();
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-0.5">
      <time dateTime={signal.time} className="text-muted">
        {words.formats.clock(new Date(signal.time))}
      </time>
      <span dir="ltr">
        <span className="text-muted">{nameOf(signal, words)}</span> {describeSignal(signal, words)}
      </span>
    </li>
  );
}
