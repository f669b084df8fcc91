import type { Signal } from "#sdk/typescript/api.ts";
import type { MissionState } from "../service/mission-feed.ts";
import { Button } from "../ui/button.tsx";
import { useFollow } from "../ui/use-follow.ts";
import { useWords } from "../words/words.ts";
import { describeSignal, nameOf } from "./describe-signal.ts";

/** Everything that happened, as recorded. It follows what is new unless the person has scrolled up. */
export function SignalLog({ state: { signals } }: { readonly state: MissionState }) {
  const { missions } = useWords();
  const { box, onScroll, isAtEnd, toEnd } = useFollow(signals.length);
  return (
    <section aria-labelledby="log" className="relative min-w-0 rounded-panel border border-line bg-panel">
      <h2 id="log" className="border-b border-line px-4 py-2.5 font-semibold">
        {missions.log} <span className="font-normal text-muted">{missions.records(signals.length)}</span>
      </h2>
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-labelledby="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[36rem] overflow-auto px-4 py-2 font-mono text-sm"
        onScroll={onScroll}
      >
        <ol>
          {signals.map((signal) => (
            <Line key={signal.id} signal={signal} />
          ))}
        </ol>
      </div>
      {!isAtEnd && (
        <Button className="absolute end-4 bottom-3 shadow-lg" onClick={toEnd}>
          {missions.toLatest}
        </Button>
      )}
    </section>
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
