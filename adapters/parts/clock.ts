import { part } from "#adapters/part.ts";
import { systemClock } from "#adapters/system.ts";

export const clock = part({ name: "clock", env: {}, make: () => systemClock });
