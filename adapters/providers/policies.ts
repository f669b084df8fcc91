import { provider } from "#adapters/provider.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { createPolicies } from "#core/factory/policy/pin.ts";

export const policies = provider({
  name: "policies",
  env: {},
  uses: [artifacts],
  create: (_, { artifacts }) => createPolicies(artifacts),
});
