import type { Context } from "#cli/context.ts";
import { ApiError, UsageError } from "#cli/errors.ts";
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
  const { token, expires_at = new Date(Date.now() + UNKNOWN_END_MS).toISOString() } =
    (await tryKept(context, user)) ?? (await api.logIn(user, await givenPassword(context)));
  keepSession(config, { url: config.url, token, expires_at });
  out.line(
    text`Logged in to ${config.url} as ${user} until ${expires_at.slice(0, 16).replace("T", " ")} UTC.`,
  );
  if (json) out.json({ url: config.url, user, expires_at });
  return 0;
}

/** Logs in with the generated password of this machine's Gantry, which can have been changed: then undefined. */
async function tryKept({ api, config }: Context, user: string) {
  const password = config.passwordGiven ? undefined : config.password();
  if (password === undefined) return undefined;
  return api.logIn(user, password).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return undefined;
    throw error;
  });
}

async function givenPassword(context: Context): Promise<string> {
  const { passwordGiven, password } = context.config;
  const given = passwordGiven ? password() : await readValue(context, { question: "Password", again: false });
  if (given) return given;
  throw new UsageError("No password was given: type it, pipe it in, or set GANTRY_PASSWORD.");
}
