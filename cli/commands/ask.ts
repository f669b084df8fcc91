import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { chatAnswer } from "#core/web/replies/consultation.ts";

export async function run(
  { api, out }: Context,
  { json }: { readonly json?: boolean },
  words: readonly string[],
): Promise<number> {
  const message = words.join(" ").trim();
  if (message === "") throw new UsageError("<words> must not be empty; enter a question.");
  const reply = await api.call("chat", { message }, chatAnswer);
  if (json) out.json(reply);
  else {
    out.line(reply.answer);
    for (const { title, path } of reply.sources) out.line(`Source: ${title} (${path})`);
  }
  return 0;
}
