import { useEffect, useState } from "react";
import { useWords } from "../words/words.ts";

/** A time in relation to now, with the exact one for those who point at it or hear it. */
export function Time({ at }: { readonly at: string }) {
  const { ui, formats } = useWords();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formats.moment(new Date(at))}>
      {formats.fromNow(Date.parse(at) - now) ?? ui.justNow}
    </time>
  );
}

/** The time now, in epoch milliseconds, again each `ms`. */
export function useNow(ms: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
}
