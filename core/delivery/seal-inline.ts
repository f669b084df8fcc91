import type { Handler } from "#core/delivery/handler.ts";
import { isEnding } from "#core/governance/execution/states.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";
import type { Run } from "#core/workflows/run.ts";

/** Requests the seal of a run on the machine `inline` after it has ended. Idempotent: a run is sealed only once. */
export const sealInline: Handler<WithSealer> = {
  name: "seal-inline",
  async handle({ ledger, sealer }, { ref, entries }) {
    if (ref.kind !== "execution" || !entries.some(({ signal }) => isEnding(signal))) return;
    const run = await ledger.load<Run>(ref);
    if (run?.machine === "inline" && !run.evidence)
      await sealer.ask({ tenant: ref.tenant, execution_id: ref.id });
  },
};
