import type { WithBrowser } from "#core/acceptance-browser.ts";
import type { WithArtifacts } from "#core/artifacts.ts";
import type { WithPasswords } from "#core/auth/passwords.ts";
import type { WithSecrets } from "#core/auth/secrets.ts";
import type { WithArchives } from "#core/build/archives.ts";
import type { WithBuilders } from "#core/build/builders.ts";
import type { WithPush } from "#core/delivery/push.ts";
import type { WithDependencies } from "#core/dependencies/dependencies.ts";
import type { WithDeployments } from "#core/directives/deployments.ts";
import type { WithRepositories } from "#core/directives/repositories.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithTenants } from "#core/evidence/tenants.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { WithIds } from "#core/ids.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/ledger/ledger.ts";
import type { WithStore } from "#core/ledger/store.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { WithNotices } from "#core/plan/notices.ts";
import type { WithPolicies } from "#core/policy/pin.ts";
import type { WithPolicy } from "#core/policy/policy.ts";
import type { WithProbes } from "#core/web/probes.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** Every service that there is a provider of. A function names only those that it works with. */
export type Services = WithClock &
  WithIds &
  WithStore &
  WithLedger &
  WithArtifacts &
  WithArchives &
  WithVault &
  WithTenants &
  WithSigner &
  WithWorkflows &
  WithBuilders &
  WithDependencies &
  WithDeployments &
  WithRepositories &
  WithBrowser &
  WithConverser &
  WithPush &
  WithSecrets &
  WithPasswords &
  WithPolicy &
  WithPolicies &
  WithModels &
  WithNotices &
  WithProbes;

export type ServiceName = keyof Services;
