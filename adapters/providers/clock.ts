import { provider } from "#adapters/provider.ts";
import { systemClock } from "#adapters/system/system.ts";

export const clock = provider({ name: "clock", env: {}, create: () => systemClock });
