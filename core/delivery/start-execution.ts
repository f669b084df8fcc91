import type { Handler } from "#core/delivery/handler.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import type { Registry } from "#core/workflows/registry.ts";

/** Starts the state machine of each new execution. Idempotent: the machine's run is named after the execution. */
export const startExecution = <S>(registry: Registry<S>): Handler<S> => ({
  name: "start-execution",
  async handle(services, { ref, entries: [{ signal }] }) {
    if (ref.kind !== "execution") return; // A signal of this type on another chain does not create an execution.
    const { workflow } = signal.data as { readonly workflow?: DefinitionRef };
    const start = await registry(workflow?.id)?.start(services, ref, signal);
    if (start) await services.workflows.start({ execution: { tenant: ref.tenant, id: ref.id }, ...start });
  },
});
