import { provider } from "#adapters/provider.ts";
import { archives } from "#adapters/providers/archives.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { createOutputs } from "#core/factory/build/stored-outputs.ts";

export const outputs = provider({
  name: "outputs",
  env: {},
  uses: [artifacts, archives],
  create: (_, services) => createOutputs(services),
});
