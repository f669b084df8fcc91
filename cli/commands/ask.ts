import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { chatAnswer } from "#core/web/replies/conversation.ts";

export async function run(
  { api, out }: Context,
  { json, chat }: { readonly json?: boolean; readonly chat?: string },
  words: readonly string[],
): Promise<number> {
  const message = words.join(" ").trim();
  if (message === "") throw new UsageError("<words> must not be empty; enter a question.");
  const reply = await api.call(
    "chat",
    { message, ...(chat !== undefined && { conversation_id: chat }) },
    chatAnswer,
  );
  if (json) out.json(reply);
  else {
    out.line(reply.answer);
    for (const { title, path } of reply.sources) out.line(`Source: ${title} (${path})`);
    out.line(`Chat: ${reply.conversation_id}`);
  }
  return 0;
}
