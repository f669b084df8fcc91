import { useEffect, useState } from "react";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

/** A time in relation to now, with the exact one for those who point at it or hear it. */
export function Time({ at }: { readonly at: string }) {
  const now = useNow(30_000);
  const passed = Date.parse(at) - now;
  const [unit, ms] = UNITS.find(([, each]) => Math.abs(passed) >= each) ?? ["minute", 60_000];
  const words = Math.abs(passed) < 45_000 ? "just now" : relative.format(Math.round(passed / ms), unit);
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {words}
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

/** Formats a duration: `0.8 s`, `12.3 s`, `2 min 05 s`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}\u00a0min ${String(whole % 60).padStart(2, "0")}\u00a0s`;
}
