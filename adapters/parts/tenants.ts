import { STSClient } from "@aws-sdk/client-sts";
import { z } from "zod";
import { lazy } from "#adapters/lazy.ts";
import { part } from "#adapters/part.ts";
import { ARTIFACTS_ENV, openArtifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { openStore, STORE_ENV } from "#adapters/parts/store.ts";
import { openVault, VAULT_ENV } from "#adapters/parts/vault.ts";
import { createTenancy } from "#adapters/tenancy.ts";

export const tenants = part({
  name: "tenants",
  env: { TENANT_ROLE_ARN: z.string().min(1), ...STORE_ENV, ...ARTIFACTS_ENV, ...VAULT_ENV },
  uses: [clock],
  make: (config, factory) => {
    const client = new STSClient({});
    // Connections carry no identity: all tenants' clients share those of this one.
    const { requestHandler } = client.config;
    return createTenancy({ client, role: config.TENANT_ROLE_ARN, clock: factory.clock }, (credentials) => {
      const options = { credentials, requestHandler };
      return lazy({
        store: () => openStore(config, options),
        artifacts: () => openArtifacts(config, options),
        vault: () => openVault(config, factory.clock, options),
      });
    });
  },
});
