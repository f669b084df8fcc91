import type { Context } from "#cli/context.ts";
import { ApiError } from "#cli/errors.ts";
import { forgetSession, keptSession } from "#cli/service/sessions.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(context: Context, { json }: { readonly json?: boolean }): Promise<number> {
  const { api, config, out } = context;
  const session = keptSession(config);
  if (session) {
    await api.endSession(session.token).catch((error) => {
      if (!(error instanceof ApiError && error.status === 401)) throw error; // The session had already ended.
    });
    forgetSession(config);
  }
  out.line(session ? text`Logged out of ${config.url}.` : text`There is no session for ${config.url}.`);
  if (json) out.json({ url: config.url, logged_out: session !== undefined });
  return 0;
}
