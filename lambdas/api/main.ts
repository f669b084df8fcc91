import { access } from "#adapters/providers/access.ts";
import { builders } from "#adapters/providers/builders.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { description } from "#adapters/providers/description.ts";
import { documentation } from "#adapters/providers/documentation.ts";
import { ids } from "#adapters/providers/ids.ts";
import { library } from "#adapters/providers/library.ts";
import { models } from "#adapters/providers/models.ts";
import { notices } from "#adapters/providers/notices.ts";
import { passwords } from "#adapters/providers/passwords.ts";
import { policy } from "#adapters/providers/policy.ts";
import { probes } from "#adapters/providers/probes.ts";
import { secretKeeper } from "#adapters/providers/secret-keeper.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { tenants } from "#adapters/providers/tenants.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { servicesForCaller } from "#lambdas/runtime/caller-services.ts";
import { httpHandler } from "#lambdas/runtime/http.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const common = servicesOf(
  ...[clock, ids, store, tenants, signer, secrets, secretKeeper, passwords, workflows, builders],
  ...[converser, models, notices, policy, probes, access, description, library, documentation],
);

/** The REST API. */
export const handler = httpHandler(ROUTES, (caller) => servicesForCaller(common(), caller));
