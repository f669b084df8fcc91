import { randomUUID } from "node:crypto";
import type { EventBridgeEvent } from "./event.ts";

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Returns the milliseconds of a rate expression (EventBridge user guide, "Rate expressions"): a positive
 * whole number with minute, hour or day, in the plural unless it is 1. Cron expressions are not implemented
 * and are refused.
 */
export function rateOf(schedule: string): number {
  const [, digits = "", unit = "", plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(schedule) ?? [];
  const value = Number(digits);
  const ms = UNIT_MS[unit];
  if (ms === undefined || value < 1 || (value === 1) !== (plural === ""))
    throw new Error(`ScheduleExpression ${schedule} is not valid here: only rate(<n> minutes|hours|days) is`);
  return value * ms;
}

/** The event that a rule with a schedule sends to its targets (EventBridge user guide, "Scheduled Event"). */
export function scheduledEvent(
  rule: string,
  { account, region, now }: { account: string; region: string; now: number },
): EventBridgeEvent {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account,
    time: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${rule}`],
    detail: {},
  };
}

/** Calls `act` repeatedly with this interval in milliseconds. Returns a function that ends it. */
export type Repeat = (ms: number, act: () => void) => () => void;

export const repeat: Repeat = (ms, act) => {
  const timer = setInterval(act, ms).unref();
  return () => clearInterval(timer);
};
