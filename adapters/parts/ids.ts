import { part } from "#adapters/part.ts";
import { systemIds } from "#adapters/system.ts";

export const ids = part({ name: "ids", env: {}, make: () => systemIds });
