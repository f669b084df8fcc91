import type { Ledger } from "#core/ledger/ledger.ts";
import type { Store } from "#core/ledger/store.ts";
import type { Converser } from "#core/model/converser.ts";
import type { Notice } from "#core/plan/notices.ts";
import type { Policy } from "#core/policy/policy.ts";
import type {
  AcceptanceBrowser,
  Archives,
  Builders,
  Clock,
  Dependencies,
  Deployments,
  EvidenceVault,
  Ids,
  Objects,
  Passwords,
  Push,
  Repositories,
  Secrets,
  Signer,
  Workflows,
} from "#core/ports.ts";

/** Model ids by role: configuration, never code. */
interface ModelIds {
  readonly consultant: string;
  readonly architect: string;
  readonly healer_small: string;
  readonly healer_large: string;
  readonly critic: string;
  readonly chat: string;
}

/** Everything the factory works with. Each function takes only the parts it names. */
export interface Factory {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly artifacts: Objects;
  readonly archives: Archives;
  readonly vault: EvidenceVault;
  /** A tenant's data, with rights to that tenant's alone. Internal when the name is no id. */
  readonly tenants: (tenant: string) => Pick<Factory, "store" | "artifacts" | "vault">;
  readonly signer: Signer;
  readonly workflows: Workflows;
  readonly builders: Builders;
  readonly dependencies: Dependencies;
  readonly deployments: Deployments;
  readonly repositories: Repositories;
  readonly browser: AcceptanceBrowser;
  readonly converser: Converser;
  readonly push: Push;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly policy: Policy;
  readonly models: ModelIds;
  /** What limits missions here, for people who are about to confirm one. */
  readonly notices: () => Promise<readonly Notice[]>;
  /** One per thing the factory depends on; rejects when it does not answer. */
  readonly probes: Readonly<Record<string, () => Promise<unknown>>>;
}
