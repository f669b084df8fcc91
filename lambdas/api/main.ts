import { builders } from "#adapters/parts/builders.ts";
import { clock } from "#adapters/parts/clock.ts";
import { converser } from "#adapters/parts/converser.ts";
import { ids } from "#adapters/parts/ids.ts";
import { models } from "#adapters/parts/models.ts";
import { notices } from "#adapters/parts/notices.ts";
import { passwords } from "#adapters/parts/passwords.ts";
import { probes } from "#adapters/parts/probes.ts";
import { secrets } from "#adapters/parts/secrets.ts";
import { signer } from "#adapters/parts/signer.ts";
import { store } from "#adapters/parts/store.ts";
import { tenants } from "#adapters/parts/tenants.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { factoryFor } from "#lambdas/runtime/caller-factory.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { httpHandler } from "#lambdas/runtime/http.ts";

const own = factoryOf(
  ...[clock, ids, store, tenants, signer, secrets, passwords, workflows, builders],
  ...[converser, models, notices, probes],
);

/** The REST API. */
export const handler = httpHandler(ROUTES, (caller) => factoryFor(own(), caller));
