import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "#core/kernel/clock.ts";
import { type Ids, makeId } from "#core/kernel/ids.ts";

export const systemClock: Clock = {
  now: () => Date.now(),
  async jitter(ms) {
    const wait = Math.random() * ms;
    await sleep(wait);
    return wait;
  },
};

export const systemIds: Ids = {
  make: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
  secret: () => randomBytes(32).toString("base64url"),
  salt: () => randomBytes(32).toString("hex"),
};
