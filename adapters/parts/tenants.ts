import { STSClient } from "@aws-sdk/client-sts";
import { z } from "zod";
import { makeParts, part } from "#adapters/part.ts";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { store } from "#adapters/parts/store.ts";
import { vault } from "#adapters/parts/vault.ts";
import { createTenancy } from "#adapters/tenancy.ts";

export const tenants = part({
  name: "tenants",
  env: { TENANT_ROLE_ARN: z.string().min(1), ...store.env, ...artifacts.env, ...vault.env },
  uses: [clock],
  make: (config, factory) => {
    const client = new STSClient({});
    // Connections carry no identity: all tenants' clients share those of this one.
    const { requestHandler } = client.config;
    return createTenancy({ client, role: config.TENANT_ROLE_ARN, clock: factory.clock }, (credentials) =>
      makeParts([store, artifacts, vault], config, { credentials, requestHandler }),
    );
  },
});
