import { STSClient } from "@aws-sdk/client-sts";
import { z } from "zod";
import { provide, provider } from "#adapters/provider.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { createTenancy } from "#adapters/sts/tenancy.ts";

export const tenants = provider({
  name: "tenants",
  env: { TENANT_ROLE_ARN: z.string().min(1), ...store.env, ...artifacts.env, ...vault.env },
  uses: [clock],
  create: (config, services, { env }) => {
    const client = new STSClient({});
    // Connections are not bound to credentials, so the clients of all tenants share them.
    const { requestHandler } = client.config;
    return createTenancy({ client, role: config.TENANT_ROLE_ARN, clock: services.clock }, (credentials) =>
      provide([store, artifacts, vault], env, { credentials, requestHandler }),
    );
  },
});
