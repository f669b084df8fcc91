import type { Subject } from "#core/directives/records.ts";
import type { ReadTool, ToolResult } from "#core/directives/tool.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { readInput } from "#core/kernel/input/read-input.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";

/** A call of a read tool. */
interface ReadCall<A, R extends ToolResult, S> {
  readonly tool: ReadTool<A, R, S>;
  readonly args: A;
}

/**
 * Calls a read tool and records the call with the digests of arguments and result. Throws InvalidInput for invalid
 * arguments, and what the executor throws; failed calls are not recorded.
 */
export async function readWith<A, R extends ToolResult, S>(
  services: S,
  subject: Subject,
  call: ReadCall<A, R, S>,
): Promise<R> {
  const { result, called } = await callRead(services, subject, call);
  await subject.append(() => ({ drafts: [called] }));
  return result;
}

/** Calls a read tool and returns its result with the signal that records the call. Throws like {@link readWith}. */
export async function callRead<A, R extends ToolResult, S>(
  services: S,
  { tenant, execution }: Pick<Subject, "tenant" | "execution">,
  { tool, args }: ReadCall<A, R, S>,
): Promise<{ readonly result: R; readonly called: SignalDraft }> {
  const call = { tenant, execution, args: readInput(tool.input, args, "The call") };
  const result = await tool.execute(services, call);
  const data = {
    tool: tool.name,
    args_sha256: canonicalHash(call.args),
    result_sha256: canonicalHash(result),
  };
  return { result, called: { type: "gantry.tool.called", data, actor: SYSTEM } };
}
