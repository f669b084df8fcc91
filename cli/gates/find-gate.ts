import { CliError } from "#cli/errors.ts";
import type { Api } from "#cli/service/api.ts";
import { type GateReply, gateReply, gatesReply } from "#cli/service/replies.ts";

/** The gate with this id, or the newest one at which the person may decide. */
export async function findGate(api: Api, word: string): Promise<GateReply> {
  return api.call("gate", { id: await gateIdOf(api, word) }, gateReply);
}

async function gateIdOf(api: Api, word: string): Promise<string> {
  if (word !== "latest") return word;
  const { gates } = await api.call("gates", { mine: "true", limit: 1 }, gatesReply);
  const [newest] = gates;
  if (!newest) throw new CliError("Nothing waits for your decision.", { code: "NotFound" });
  return newest.gate_id;
}
