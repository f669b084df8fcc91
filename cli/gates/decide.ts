import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { findGate } from "#cli/gates/find-gate.ts";
import { decisionReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { DecisionRequest } from "#sdk/typescript/api.ts";

export interface DecideOptions {
  readonly message: string;
  readonly snapshot?: string;
  readonly json?: boolean;
}

const DONE = { APPROVE: "approved", REJECT: "rejected", OVERRIDE: "overridden" } as const;

/** Decides at a gate as it is now. The decision names what it is on, so that it never counts for anything else. */
export async function decide(
  { api, out }: Context,
  type: keyof typeof DONE,
  word: string,
  {
    message,
    snapshot,
    json,
    context_delta,
  }: DecideOptions & { readonly context_delta?: DecisionRequest["context_delta"] },
): Promise<number> {
  const { gate_id, title, epoch, snapshot_sha256 } = await findGate(api, word);
  if (snapshot !== undefined && snapshot !== snapshot_sha256)
    throw new CliError(`What is to be decided on at ${gate_id} is ${snapshot_sha256} now, not ${snapshot}.`);
  const decision = await api.call(
    "decide",
    { gate_id, epoch, snapshot_sha256, type, justification: message, context_delta },
    decisionReply,
  );
  const begun = gate_id.startsWith("conversation.") && decision.execution_id;
  if (json) out.json(decision);
  else out.line(text`${title} was ${DONE[type]}.${begun ? ` It is built as ${decision.execution_id}.` : ""}`);
  return 0;
}
