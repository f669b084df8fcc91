import { unpackArchive } from "#adapters/archive.ts";
import { createConverser } from "#adapters/bedrock/converser.ts";
import { createBrowser } from "#adapters/browser.ts";
import { awsClients } from "#adapters/clients.ts";
import { createDependencyInstaller } from "#adapters/dependencies.ts";
import { createStore } from "#adapters/dynamodb/store.ts";
import { createBuilders } from "#adapters/ecs.ts";
import { createGitHub } from "#adapters/github/github.ts";
import { githubAuth } from "#adapters/github-auth.ts";
import { createSigner } from "#adapters/kms.ts";
import { lazy } from "#adapters/lazy.ts";
import { lazyDeployments, type VercelConfig } from "#adapters/lazy-deployments.ts";
import { passwords } from "#adapters/passwords.ts";
import { loadPolicy } from "#adapters/policy.ts";
import { createProbes } from "#adapters/probes.ts";
import { createPush } from "#adapters/push.ts";
import { createObjects } from "#adapters/s3/objects.ts";
import { createVault } from "#adapters/s3/vault.ts";
import { createSecrets } from "#adapters/ssm.ts";
import { createWorkflows } from "#adapters/states.ts";
import { systemClock, systemIds } from "#adapters/system.ts";
import type { Factory } from "#core/factory.ts";
import { createLedger } from "#core/ledger/ledger.ts";

/** Configuration as the entry read it from its environment. */
export interface FactoryConfig extends VercelConfig {
  readonly TABLE_NAME: string;
  readonly ARTIFACT_BUCKET: string;
  readonly EVIDENCE_BUCKET: string;
  readonly EVIDENCE_LOCK_MODE: "GOVERNANCE" | "COMPLIANCE";
  readonly EVIDENCE_RETENTION_DAYS: number;
  readonly SIGNING_KEY_ID: string;
  readonly MISSION_MACHINE_ARN: string;
  readonly CLUSTER: string;
  readonly TASK_DEFINITION_SMALL: string;
  readonly TASK_DEFINITION_LARGE: string;
  readonly BUILDER_CONTAINER: string;
  readonly BUILDER_SUBNETS: readonly string[];
  readonly BUILDER_SECURITY_GROUPS: readonly string[];
  readonly PARAMETER_PREFIX: string;
  readonly WEBSOCKET_MANAGEMENT_URL: string;
  readonly GITHUB_API_URL: string;
  readonly GITHUB_OWNER: string;
  readonly GITHUB_PAUSE_MS: number;
  readonly POLICY_FILE: string;
  readonly NPM_REGISTRY?: string | undefined;
  readonly BUILDER_PLATFORM: {
    readonly os: string;
    readonly cpu: string;
    readonly libc?: string;
    readonly abi: string;
  };
  readonly WORK_DIR: string;
  readonly BROWSER_FOLDER?: string | undefined;
  readonly MODEL_CONSULTANT: string;
  readonly MODEL_ARCHITECT: string;
  readonly MODEL_HEALER_SMALL: string;
  readonly MODEL_HEALER_LARGE: string;
  readonly MODEL_CRITIC: string;
  readonly MODEL_CHAT: string;
}

const FILE_BYTES = 64 * 2 ** 20;

/** Wires the domain to the world: the one place where adapters are made. Each is made when it is first used. */
export function createFactory(
  config: FactoryConfig,
  clients = awsClients({ managementUrl: config.WEBSOCKET_MANAGEMENT_URL }),
): Factory {
  const clock = systemClock;
  const ids = systemIds;
  const factory: Factory = lazy({
    clock: () => clock,
    ids: () => ids,
    passwords: () => passwords,
    archives: () => ({
      unpack: (bytes: Uint8Array, limits: { files: number; bytes: number }) =>
        unpackArchive(bytes, { ...limits, file_bytes: FILE_BYTES }),
    }),
    store: () => createStore({ client: clients.table, table: config.TABLE_NAME }),
    ledger: () => createLedger({ store: factory.store, clock, ids }),
    artifacts: () =>
      createObjects({ client: clients.s3, presigner: clients.presigner, bucket: config.ARTIFACT_BUCKET }),
    vault: () =>
      createVault({
        client: clients.s3,
        clock,
        bucket: config.EVIDENCE_BUCKET,
        mode: config.EVIDENCE_LOCK_MODE,
        retention_days: config.EVIDENCE_RETENTION_DAYS,
      }),
    signer: () => createSigner({ client: clients.kms, key: config.SIGNING_KEY_ID }),
    secrets: () => createSecrets({ client: clients.ssm, clock, prefix: config.PARAMETER_PREFIX }),
    workflows: () => createWorkflows({ client: clients.states, machine: config.MISSION_MACHINE_ARN }),
    builders: () =>
      createBuilders({
        client: clients.ecs,
        cluster: config.CLUSTER,
        task_definitions: { small: config.TASK_DEFINITION_SMALL, large: config.TASK_DEFINITION_LARGE },
        container: config.BUILDER_CONTAINER,
        subnets: config.BUILDER_SUBNETS,
        security_groups: config.BUILDER_SECURITY_GROUPS,
      }),
    dependencies: () =>
      createDependencyInstaller({
        registry: config.NPM_REGISTRY,
        cacheDir: `${config.WORK_DIR}/npm-cache`,
        platform: config.BUILDER_PLATFORM,
      }),
    browser: () => createBrowser(config.BROWSER_FOLDER ? { folder: config.BROWSER_FOLDER } : {}),
    converser: () => createConverser({ client: clients.bedrock }),
    push: () => createPush({ client: clients.management }),
    deployments: () => lazyDeployments(config, () => factory.secrets),
    repositories: () =>
      createGitHub({
        apiUrl: config.GITHUB_API_URL,
        owner: config.GITHUB_OWNER,
        auth: () => githubAuth(factory.secrets),
        pace: { write: config.GITHUB_PAUSE_MS, notify: 3 * config.GITHUB_PAUSE_MS, retry: 1000 },
      }),
    policy: () => loadPolicy(config.POLICY_FILE),
    models: () => ({
      consultant: config.MODEL_CONSULTANT,
      architect: config.MODEL_ARCHITECT,
      healer_small: config.MODEL_HEALER_SMALL,
      healer_large: config.MODEL_HEALER_LARGE,
      critic: config.MODEL_CRITIC,
      chat: config.MODEL_CHAT,
    }),
    probes: () =>
      createProbes(factory, () => clients.states, {
        github: config.GITHUB_API_URL,
        vercel: config.VERCEL_API_URL,
      }),
  });
  return factory;
}
