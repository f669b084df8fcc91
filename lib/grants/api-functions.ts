import { ORIGIN_SECRET } from "#core/identity/origin.ts";
import { SIRI_SECRET } from "#core/identity/siri/siri-key.ts";
import type { ApiFunctionName } from "#deployment/api-functions.ts";
import { DESCRIPTION } from "#deployment/function-row.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import { KEYS, onArtifacts } from "#lib/grants/artifacts.ts";
import { stopsBuilders } from "#lib/grants/builders.ts";
import { loadsDocumentation } from "#lib/grants/documentation.ts";
import { namesEvidence } from "#lib/grants/evidence.ts";
import { reachesGitHub } from "#lib/grants/github.ts";
import { asksForSeals, startsTurns } from "#lib/grants/invocations.ts";
import { loadsLibrary } from "#lib/grants/library.ts";
import { invokesModels } from "#lib/grants/models.ts";
import { knowsParameters, readsParameters, setsParameters } from "#lib/grants/parameters.ts";
import { loadsPolicy } from "#lib/grants/policy.ts";
import { readsPublicKey } from "#lib/grants/signing.ts";
import { postsToSockets, type Sockets } from "#lib/grants/sockets.ts";
import { LEADING, onTable, queriesIndex, readsStream } from "#lib/grants/table.ts";
import { actsForTenants } from "#lib/grants/tenants.ts";
import { onMachines } from "#lib/grants/workflows.ts";
import type { Resources } from "#lib/resources.ts";

const { dedupe, lookups, missions, openSockets, ready, sockets: connections } = LEADING;

/**
 * The grants of each function of the API stack. The API and the consultant read tenants' data only through the role of
 * tenants; of the table itself the API may use sessions, tickets, rate limits and the number of open sockets.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each function.
export function apiGrants(resources: Resources, sockets: Sockets) {
  const { config, table, artifacts, signingKey, machines, builders } = resources;
  return {
    api: [
      onTable(table, { GetItem: [lookups, ready], PutItem: [lookups], DeleteItem: [lookups] }),
      queriesIndex(table, "gsi1", [openSockets]),
      onArtifacts(artifacts, {}),
      namesEvidence(resources),
      actsForTenants(config),
      readsPublicKey(signingKey),
      readsParameters(config, "users/*", "ready", SIRI_SECRET),
      knowsParameters(config, "github-token", "github-app", "vercel-token"),
      setsParameters(config, "users/*"), // People change their passwords.
      onMachines(machines, "DescribeStateMachine", "SendTaskFailure"),
      stopsBuilders(builders),
      invokesModels(config, ["CONSULTANT", "CHAT"]),
      loadsPolicy,
      loadsLibrary,
      loadsDocumentation,
      (fn) => fn.env("OPENAPI_FILE", `/var/task/${DESCRIPTION}`),
    ],
    "api-stream": [
      onTable(table, { GetItem: [lookups], PutItem: [lookups] }), // Rate limits.
      onArtifacts(artifacts, {}),
      namesEvidence(resources),
      actsForTenants(config),
      invokesModels(config, ["CONSULTANT", "CHAT"]),
      loadsPolicy,
      loadsLibrary,
      loadsDocumentation,
    ],
    authorizer: [
      onTable(table, { GetItem: [lookups], PutItem: [lookups] }), // It records the use of sessions.
      readsParameters(config, ORIGIN_SECRET, "users/*"), // A device has the current role of its owner.
    ],
    "origin-authorizer": [readsParameters(config, ORIGIN_SECRET)],
    "ws-authorizer": [
      onTable(table, { GetItem: [lookups], DeleteItem: [lookups] }),
      readsParameters(config, ORIGIN_SECRET),
    ],
    "ws-connect": [onTable(table, { PutItem: [connections] })],
    "ws-disconnect": [onTable(table, { DeleteItem: [connections] })],
    "ws-default": [onTable(table, { Query: [missions] }), postsToSockets(sockets)],
    consultant: [
      onTable(table, {}),
      onArtifacts(artifacts, {}),
      namesEvidence(resources),
      actsForTenants(config),
      invokesModels(config, ["CONSULTANT"]),
      ...reachesGitHub(resources),
      loadsPolicy,
      loadsLibrary,
    ],
    relay: [
      onTable(table, {
        GetItem: [missions],
        Query: [connections],
        DeleteItem: [connections],
        PutItem: [dedupe], // Receipts of reported signals.
      }),
      readsStream(table),
      onMachines(machines, "StartExecution", "SendTaskSuccess"),
      asksForSeals(config),
      startsTurns(config),
      postsToSockets(sockets),
      onArtifacts(artifacts, { read: [KEYS.artifacts] }), // The policies to which missions are pinned.
    ],
  } as const satisfies Record<ApiFunctionName, readonly Grant[]>;
}
