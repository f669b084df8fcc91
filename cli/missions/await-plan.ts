import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "#cli/context.ts";
import { Interrupted } from "#cli/errors.ts";
import { type ConsultReply, consultReply } from "#cli/service/replies.ts";

const PAUSE_MS = 1000;

/** Waits while the consultant is still answering after the request, and returns the reply with its answer. */
export async function awaitPlan(context: Context, reply: ConsultReply): Promise<ConsultReply> {
  const { api, out, signal, config } = context;
  if (reply.state !== "planning") return reply;
  out.line("Planning takes a little longer.");
  let current = reply;
  while (current.state === "planning") {
    try {
      await pause(PAUSE_MS, undefined, { signal });
    } catch {
      throw new Interrupted(
        `The plan was not confirmed. Look at it later in the web client of ${config.url}.`,
      );
    }
    current = await api.call("consultation", { id: reply.conversation_id }, consultReply);
  }
  return current;
}
