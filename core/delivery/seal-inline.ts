import type { Handler } from "#core/delivery/handler.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";
import type { Run } from "#core/workflows/run.ts";
import type { RunSignal } from "#core/workflows/run-signals.ts";

/** Requests the seal of a run on the machine `inline` after it has ended. Idempotent: a run is sealed only once. */
export const sealInline: Handler<WithSealer> = {
  name: "seal-inline",
  async handle({ ledger, sealer }, { ref, entries }) {
    if (ref.kind !== "execution" || !entries.some(({ signal }) => ends(signal as unknown as RunSignal)))
      return;
    const run = await ledger.load<Run>(ref);
    if (run?.machine === "inline" && !run.evidence)
      await sealer.ask({ tenant: ref.tenant, execution_id: ref.id });
  },
};

const ends = ({ type, data }: RunSignal): boolean =>
  type === "gantry.execution.transitioned" && hasEnded(data.to);
