import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadDocumentation } from "#adapters/files/documentation.ts";
import { loadLibrary } from "#adapters/files/library.ts";
import { loadSkills } from "#adapters/files/skills.ts";
import type { Services } from "#adapters/services.ts";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";
import { createOutputs } from "#core/factory/build/stored-outputs.ts";
import { indexPassages } from "#core/factory/documentation/find-passages.ts";
import type { FindPassages } from "#core/factory/documentation/passage.ts";
import { createPolicies } from "#core/factory/policy/pin.ts";
import { type Policy, policySchema } from "#core/factory/policy/policy.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import { createBudget } from "#core/model/budget.ts";
import { LIBRARY_SOURCE, SKILLS_FOLDER } from "#deployment/function-row.ts";
import { personOf } from "#test/support/callers.ts";
import { type ScriptedConverser, scriptedConverser } from "#test/support/memory-converser.ts";
import { noPause, type Pause } from "#test/support/memory-pause.ts";
import {
  countingIds,
  type FakeClock,
  fakeClock,
  fakeSigner,
  jsonArchives,
  type MemoryBuilders,
  type MemoryDeployments,
  type MemoryObjects,
  type MemoryPush,
  type MemoryRepositories,
  type MemorySealer,
  type MemoryTurns,
  type MemoryVault,
  type MemoryWorkflows,
  memoryBuilders,
  memoryDeployments,
  memoryObjects,
  memoryPush,
  memoryRepositories,
  memorySealer,
  memorySecretKeeper,
  memorySecrets,
  memoryTurns,
  memoryVault,
  memoryWorkflows,
  plainPasswords,
  plainPhc,
} from "#test/support/memory-ports.ts";
import { type MemoryStore, memoryStore } from "#test/support/memory-store.ts";

/** The policy that ships. */
export const POLICY: Policy = policySchema.parse(
  parse(readFileSync(new URL("../../policy.yaml", import.meta.url), "utf8")),
);

export const OWNER = personOf({ principal: "owner" });
export const STRANGER = personOf({ principal: "owner", tenant: "tn_10" });
export const PASSWORD = "correct horse battery staple";

let pages: Promise<FindPassages> | undefined;
/** The documentation of the repository, read once. */
function documentation(): Promise<FindPassages> {
  pages ??= loadDocumentation(".").then(indexPassages);
  return pages;
}

/** A factory whose whole world is in memory; the fakes are typed as what tests may look into. */
export interface World extends Services {
  readonly clock: FakeClock;
  readonly store: MemoryStore;
  readonly artifacts: MemoryObjects;
  readonly vault: MemoryVault;
  readonly workflows: MemoryWorkflows;
  readonly sealer: MemorySealer;
  readonly turns: MemoryTurns;
  readonly builders: MemoryBuilders;
  readonly deployments: MemoryDeployments;
  readonly repositories: MemoryRepositories;
  readonly converser: ScriptedConverser;
  readonly push: MemoryPush;
  readonly passwords: ReturnType<typeof plainPasswords>;
  /** What the acceptance browser answers, one after the other; the last one stays. */
  readonly reports: AcceptanceReport[];
  /** Swaps how calls are held up or broken off, from now on. */
  pauseWith(pause: Pause): void;
}

export interface WorldOptions {
  models?: Parameters<typeof scriptedConverser>[0];
  policy?: Policy;
}

export const PASSED: AcceptanceReport = {
  url: "https://dpl_1.test",
  passed: true,
  results: [{ name: "opens", passed: true }],
  page_errors: [],
  ms: 5,
};

export function memoryWorld({ models = {}, policy = POLICY }: WorldOptions = {}): World {
  let current = noPause;
  const pause: Pause = { around: (name, act) => current.around(name, act) };
  const clock = fakeClock();
  const ids = countingIds(clock);
  const store = memoryStore(pause);
  const artifacts = memoryObjects(pause);
  const reports = [PASSED];
  const passwords = plainPasswords();
  const secrets = {
    "siri-key": "5".repeat(64),
    "users/owner": JSON.stringify({ tenant: "tn_1", role: "owner", phc: plainPhc(PASSWORD) }),
  };
  const world: World = {
    clock,
    ids,
    store,
    ledger: createLedger({ store, clock, ids }),
    artifacts,
    archives: jsonArchives,
    vault: memoryVault(pause),
    tenants: () => world,
    signer: fakeSigner(),
    workflows: memoryWorkflows(pause),
    sealer: memorySealer(pause),
    turns: memoryTurns(pause),
    builders: memoryBuilders(pause),
    dependencies: { provide: async () => null },
    deployments: memoryDeployments(pause),
    outputs: createOutputs({ artifacts, archives: jsonArchives }),
    repositories: memoryRepositories(pause),
    browser: {
      run: async () => (reports.length > 1 ? reports.shift() : reports[0]) as AcceptanceReport,
    },
    converser: scriptedConverser(models),
    budget: createBudget({ store, clock, ids }),
    push: memoryPush(),
    secrets: memorySecrets(secrets),
    secretKeeper: memorySecretKeeper(secrets),
    passwords,
    policy,
    policies: createPolicies(artifacts),
    models: {
      consultant: "gantry.offline-brain",
      architect: "gantry.offline-brain",
      healer_small: "gantry.offline-brain-small",
      healer_large: "gantry.offline-brain-large",
      critic: "gantry.offline-brain",
      chat: "gantry.offline-brain",
    },
    library: () => loadLibrary(LIBRARY_SOURCE),
    skills: () => loadSkills(SKILLS_FOLDER),
    documentation,
    notices: async () => [],
    probes: {},
    access: async () => ({ github: "local", vercel: "local" }),
    description: async () => JSON.parse(readFileSync("openapi.json", "utf8")),
    reports,
    pauseWith: (next) => {
      current = next;
    },
  };
  return world;
}
