import type { Context } from "#cli/context.ts";
import { findGate } from "#cli/gates/find-gate.ts";
import { minute } from "#cli/missions/status-name.ts";
import { type GateReply, gatesReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";

export async function run(
  context: Context,
  { all, json }: { readonly all?: boolean; readonly json?: boolean },
  [word]: readonly string[],
): Promise<number> {
  const { api, out } = context;
  if (word !== undefined) {
    const gate = await findGate(api, word);
    if (json) out.json(gate);
    else show(context, gate);
    return 0;
  }
  const reply = await api.call("gates", { limit: 200, ...(!all && { mine: "true" }) }, gatesReply);
  if (json) out.json(reply);
  else if (reply.gates.length === 0) out.line("Nothing waits for your decision.");
  else {
    const rows = reply.gates.map(({ gate_id, opened_at, title }) => [gate_id, minute(opened_at), title]);
    for (const line of table(["GATE", "OPENED (UTC)", "WHAT"], rows)) out.line(line);
  }
  return 0;
}

/** A gate with exactly what is to be decided on. */
function show({ out, config }: Context, gate: GateReply): void {
  const { gate_id, title, state, approvers, expires_at, snapshot, snapshot_sha256, decision } = gate;
  out.line(out.paint("bold", title));
  const until = text`${approvers.join(" or ")} may decide until ${minute(expires_at)} UTC`;
  out.line(text`${gate_id} is ${state}${state === "open" ? text`; ${until}` : ""}.`);
  if (decision) out.line(text`${decision.actor}: ${decision.type}; ${decision.justification}`);
  out.line();
  for (const line of JSON.stringify(JSON.parse(snapshot), null, 2).split("\n")) out.line(text`${line}`);
  out.line();
  out.line(text`SHA-256 ${snapshot_sha256}`);
  if (gate.may_decide)
    out.line(text`${config.program} approve ${gate_id} --snapshot ${snapshot_sha256} -m "why"`);
}
