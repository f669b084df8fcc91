import { endDeletion, endRollback } from "#core/factory/project/end-run.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { PROJECT_DELETION } from "#core/workflows/built-in/project-deletion.ts";
import { PROJECT_ROLLBACK } from "#core/workflows/built-in/project-rollback.ts";
import type { RunEndings } from "#core/workflows/run-endings.ts";

/** The workflows whose ends are recorded elsewhere as well. */
export const RUN_ENDINGS: RunEndings<WithLedger & WithStore> = new Map([
  [PROJECT_ROLLBACK.id, endRollback],
  [PROJECT_DELETION.id, endDeletion],
]);
