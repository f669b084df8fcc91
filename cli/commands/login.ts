import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { readValue } from "#cli/secrets/read-value.ts";
import { keepSession } from "#cli/service/sessions.ts";
import { text } from "#cli/terminal/safe-text.ts";

/** The lifetime of a session for which the service returned no expiry time. */
const UNKNOWN_END_MS = 3600_000;

export async function run(
  context: Context,
  { user, json }: { readonly user: string; readonly json?: boolean },
): Promise<number> {
  const { api, config, out } = context;
  const password = config.password() ?? (await readValue(context, { question: "Password", again: false }));
  if (password === "")
    throw new UsageError("No password was given: type it, pipe it in, or set GANTRY_PASSWORD.");
  const { token, expires_at = new Date(Date.now() + UNKNOWN_END_MS).toISOString() } = await api.logIn(
    user,
    password,
  );
  keepSession(config, { url: config.url, token, expires_at });
  out.line(
    text`Logged in to ${config.url} as ${user} until ${expires_at.slice(0, 16).replace("T", " ")} UTC.`,
  );
  if (json) out.json({ url: config.url, user, expires_at });
  return 0;
}
