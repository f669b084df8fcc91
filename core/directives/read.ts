import type { Subject } from "#core/directives/records.ts";
import type { ReadTool, ToolResult } from "#core/directives/tool.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { readInput } from "#core/kernel/input/read-input.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

/**
 * Calls a read tool and records the call with the digests of arguments and result. Throws InvalidInput for invalid
 * arguments, and what the executor throws; failed calls are not recorded.
 */
export async function readWith<A, R extends ToolResult, S>(
  services: S,
  subject: Subject,
  { tool, args }: { readonly tool: ReadTool<A, R, S>; readonly args: A },
): Promise<R> {
  const { tenant, execution } = subject;
  const call = { tenant, execution, args: readInput(tool.input, args, "The call") };
  const result = await tool.execute(services, call);
  const data = {
    tool: tool.name,
    args_sha256: canonicalHash(call.args),
    result_sha256: canonicalHash(result),
  };
  await subject.append(() => ({
    drafts: [{ type: "gantry.tool.called", data, actor: SYSTEM }],
  }));
  return result;
}
