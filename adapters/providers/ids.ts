import { provider } from "#adapters/provider.ts";
import { systemIds } from "#adapters/system/system.ts";

export const ids = provider({ name: "ids", env: {}, create: () => systemIds });
