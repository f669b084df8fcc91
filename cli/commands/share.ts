import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { newShareReply, shareReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";

interface Options {
  readonly evidence?: boolean;
  readonly revoke?: boolean;
  readonly json?: boolean;
}

export async function run(
  context: Context,
  { evidence = false, revoke = false, json = false }: Options,
  [word = ""]: readonly string[],
): Promise<number> {
  if (evidence && revoke) throw new CliError("--evidence and --revoke exclude each other.");
  const { api, out } = context;
  const id = await findMissionId(api, word);
  const share = revoke ? await unshared(context, id) : await shared(context, id, evidence);
  if (json) out.json(share);
  return 0;
}

async function unshared({ api, out }: Context, id: string) {
  const share = await api.call("unshareMission", { id }, shareReply);
  out.line(text`${id} is not shared: no link opens it.`);
  return share;
}

async function shared({ api, config, out }: Context, id: string, evidence: boolean) {
  const { link, ...share } = await api.call("shareMission", { id, evidence }, newShareReply);
  const address = link === null ? null : new URL(link, config.url).href;
  if (address === null)
    out.line(
      text`${id} is shared already. Its link was shown when it was created; if it is lost, revoke it with ${config.program} share ${id} --revoke and share again.`,
    );
  else {
    out.line(text`Everybody who has this link can read ${id}. It is shown only now:`);
    out.line(text`  ${address}`);
  }
  out.line(
    share.evidence
      ? "The evidence pack can be downloaded with it."
      : "The evidence pack is not shared; --evidence shares it as well.",
  );
  return { ...share, link: address };
}
