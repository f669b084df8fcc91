import type { WithPush } from "#core/delivery/push.ts";
import type { WithDeployments } from "#core/directives/deployments.ts";
import type { WithOutputs } from "#core/directives/outputs.ts";
import type { WithRepositories } from "#core/directives/repositories.ts";
import type { WithSkills } from "#core/directives/skill.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithTenants } from "#core/evidence/tenants.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { WithBrowser } from "#core/factory/acceptance-browser.ts";
import type { WithArchives } from "#core/factory/build/archives.ts";
import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { WithRepositoryReader } from "#core/factory/change/repository/reader.ts";
import type { WithTurns } from "#core/factory/conversation/turns.ts";
import type { WithDependencies } from "#core/factory/dependencies/dependencies.ts";
import type { WithDocumentation } from "#core/factory/documentation/passage.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { WithNotices } from "#core/factory/plan/notices.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecretKeeper, WithSecrets } from "#core/identity/secrets.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithBudget } from "#core/model/budget.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { WithAccess } from "#core/operations/access.ts";
import type { WithDescription } from "#core/web/description.ts";
import type { WithProbes } from "#core/web/probes.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** All services with a provider. A core function declares only those that it uses. */
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
  WithSealer &
  WithTurns &
  WithBuilders &
  WithDependencies &
  WithDeployments &
  WithOutputs &
  WithDocumentation &
  WithRepositories &
  WithRepositoryReader &
  WithBrowser &
  WithConverser &
  WithBudget &
  WithPush &
  WithSecrets &
  WithPasswords &
  WithAccess &
  WithSecretKeeper &
  WithPolicy &
  WithPolicies &
  WithModels &
  WithLibrary &
  WithSkills &
  WithNotices &
  WithProbes &
  WithDescription;

export type ServiceName = keyof Services;
