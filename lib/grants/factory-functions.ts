import type { EventFunctionName } from "#deployment/event-functions.ts";
import type { StepName } from "#deployment/steps.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import { KEYS, onArtifacts } from "#lib/grants/artifacts.ts";
import { runsBuilders, stopsBuilders, sweepsBuilders } from "#lib/grants/builders.ts";
import { sealsEvidence } from "#lib/grants/evidence.ts";
import { reachesGitHub } from "#lib/grants/github.ts";
import { asksForSeals } from "#lib/grants/invocations.ts";
import { loadsLibrary } from "#lib/grants/library.ts";
import { invokesModels } from "#lib/grants/models.ts";
import { readsParameters } from "#lib/grants/parameters.ts";
import { loadsPolicy } from "#lib/grants/policy.ts";
import { signs } from "#lib/grants/signing.ts";
import { loadsSkills } from "#lib/grants/skills.ts";
import { LEADING, onTable, queriesIndex } from "#lib/grants/table.ts";
import { onMachines } from "#lib/grants/workflows.ts";
import type { Resources } from "#lib/resources.ts";

const { missions, consultations, projects, directives, dedupe, tenants, pendingRuns, usage } = LEADING;
/** A mission's log and state, and its deduplication keys. */
const APPENDS = { GetItem: [missions], PutItem: [missions, dedupe] };
/** Model calls are paid from the tenant's budget. */
const SPENDS = {
  GetItem: [missions, usage],
  PutItem: [missions, dedupe, usage],
  DeleteItem: [usage],
  Query: [usage],
};
/** Side effects are recorded with the mission, each with its own aggregate. */
const PERFORMS = { GetItem: [missions, directives], PutItem: [missions, dedupe, directives] };
/** Slots are one item of the tenant; a mission that gets a slot is resumed by its task token. */
const SLOTS = { GetItem: [missions, tenants], PutItem: [missions, dedupe, tenants] };

/**
 * The grants of each function of the factory stack: the services that its entry lists, with the operations
 * that its step needs.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each function.
export function factoryGrants(resources: Resources) {
  const { config, table, artifacts, signingKey, machines, builders } = resources;
  const appends = onTable(table, APPENDS);
  const spends = onTable(table, SPENDS);
  const readsDraft = { read: [KEYS.artifacts] };
  const readsPolicy = onArtifacts(artifacts, readsDraft);
  const redrafts = onArtifacts(artifacts, { read: [KEYS.artifacts], write: [KEYS.artifacts] });
  const seals = [
    onTable(table, {
      GetItem: [...SLOTS.GetItem, projects],
      PutItem: [...SLOTS.PutItem, projects],
      Query: [missions, consultations],
    }),
    onArtifacts(artifacts, { read: [KEYS.artifacts], find: [KEYS.logs] }),
    sealsEvidence(resources),
    signs(signingKey),
    onMachines(machines, "SendTaskSuccess"),
  ];
  return {
    admit: [onTable(table, SLOTS), onMachines(machines, "SendTaskSuccess"), readsPolicy],
    prepare: [
      onTable(table, { GetItem: [missions], PutItem: [missions] }),
      onArtifacts(artifacts, { read: [KEYS.artifacts, KEYS.jobs] }),
      runsBuilders(builders),
    ],
    architect: [spends, redrafts, invokesModels(config, ["ARCHITECT"]), loadsLibrary],
    check: [appends, onArtifacts(artifacts, readsDraft)],
    install: [appends, onArtifacts(artifacts, { ...readsDraft, find: [KEYS.layers], write: [KEYS.layers] })],
    build: [
      appends,
      onArtifacts(artifacts, {
        read: [KEYS.artifacts, KEYS.jobs],
        find: [KEYS.results, KEYS.layers],
        write: [KEYS.builds],
      }),
      runsBuilders(builders),
      onMachines(machines, "SendTaskSuccess"),
    ],
    "stop-build": [onTable(table, { GetItem: [missions] }), stopsBuilders(builders)],
    inspect: [appends, onArtifacts(artifacts, { find: [KEYS.results], write: [KEYS.artifacts] })],
    heal: [spends, redrafts, invokesModels(config, ["HEALER_SMALL", "HEALER_LARGE"])],
    review: [spends, onArtifacts(artifacts, readsDraft), invokesModels(config, ["CRITIC"]), loadsSkills],
    preview: [
      onTable(table, PERFORMS),
      onArtifacts(artifacts, { ...readsDraft, find: [KEYS.outputs] }),
      readsParameters(config, "vercel-token"),
      namesTeam(config.vercelTeam),
    ],
    verify: [appends, redrafts],
    promote: [
      onTable(table, PERFORMS),
      readsPolicy,
      readsParameters(config, "vercel-token"),
      namesTeam(config.vercelTeam),
    ],
    "check-live": [
      onTable(table, { ...PERFORMS, GetItem: [...PERFORMS.GetItem, projects] }),
      readsPolicy,
      readsParameters(config, "vercel-token"),
      namesTeam(config.vercelTeam),
    ],
    publish: [
      onTable(table, { ...PERFORMS, Query: [missions] }),
      onArtifacts(artifacts, readsDraft),
      ...reachesGitHub(resources),
    ],
    seal: seals,
    release: [
      onTable(table, { GetItem: [missions, tenants], PutItem: [tenants] }),
      onMachines(machines, "SendTaskSuccess"),
    ],
    "next-step": [appends, onArtifacts(artifacts, readsDraft), onMachines(machines, "StartExecution")],
    "run-step": [
      onTable(table, PERFORMS),
      onArtifacts(artifacts, {
        read: [KEYS.artifacts],
        write: [KEYS.artifacts],
        find: [KEYS.outputs], // A rollback deploys the output of an earlier build again.
      }),
      onMachines(machines, "SendTaskSuccess"),
      readsParameters(config, "vercel-token"),
      namesTeam(config.vercelTeam),
      loadsSkills,
    ],
    "seal-run": [
      onTable(table, {
        GetItem: [...APPENDS.GetItem, projects], // What rollbacks and deletions leave in their projects.
        PutItem: [...APPENDS.PutItem, projects],
        Query: [missions],
      }),
      onArtifacts(artifacts, readsDraft),
      sealsEvidence(resources),
      signs(signingKey),
    ],
    ask: [onTable(table, PERFORMS), redrafts],
    "await-decision": [
      onTable(table, { GetItem: [missions], PutItem: [missions] }),
      onMachines(machines, "SendTaskSuccess"),
    ],
    "gate-timer": [appends],
    resume: [onTable(table, PERFORMS)],
    "object-created": [
      appends,
      onArtifacts(artifacts, { read: [KEYS.progress] }),
      onMachines(machines, "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"),
      stopsBuilders(builders),
    ],
    "task-stopped": [
      onTable(table, { GetItem: [missions], PutItem: [missions] }),
      onArtifacts(artifacts, { find: [KEYS.results] }),
      onMachines(machines, "SendTaskSuccess", "SendTaskFailure"),
    ],
    "execution-ended": [...seals, onTable(table, { DeleteItem: [missions] })], // The list of runs to be sealed.
    sweep: [
      sweepsBuilders(builders),
      loadsPolicy,
      onTable(table, {}),
      queriesIndex(table, "gsi1", [pendingRuns]),
      asksForSeals(config),
    ],
  } as const satisfies Record<StepName | EventFunctionName, readonly Grant[]>;
}

function namesTeam(team: string | undefined): Grant {
  return (fn) => {
    if (team !== undefined) fn.env("VERCEL_TEAM_ID", team);
  };
}
