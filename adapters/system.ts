import { randomBytes } from "node:crypto";
import { makeId } from "#core/ids.ts";
import type { Clock, Ids } from "#core/ports.ts";

export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = {
  make: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
  secret: () => randomBytes(32).toString("base64url"),
};
