import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { CliConfig } from "#cli/config.ts";

/** A session that `gantry login` has kept, for one address. */
const sessionSchema = z.object({ url: z.string(), token: z.string(), expires_at: z.iso.datetime() });
export type Session = z.infer<typeof sessionSchema>;

/** The session for the configured address; undefined where none is kept or it has ended. */
export function keptSession(config: Pick<CliConfig, "home" | "url">): Session | undefined {
  return read(config.home).find(({ url }) => url === config.url);
}

/** Keeps a session in a file that only its owner can read, in place of an earlier one for the same address. */
export function keepSession({ home }: Pick<CliConfig, "home">, session: Session): void {
  write(home, [...read(home).filter(({ url }) => url !== session.url), session]);
}

export function forgetSession({ home, url }: Pick<CliConfig, "home" | "url">): void {
  write(
    home,
    read(home).filter((session) => session.url !== url),
  );
}

const pathOf = (home: string) => join(home, "sessions.json");

/** A file that cannot be understood is as good as none: logging in again replaces it. */
function read(home: string): readonly Session[] {
  try {
    const sessions = z.array(sessionSchema).parse(JSON.parse(readFileSync(pathOf(home), "utf8")));
    return sessions.filter(({ expires_at }) => Date.parse(expires_at) > Date.now());
  } catch {
    return [];
  }
}

function write(home: string, sessions: readonly Session[]): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const written = `${pathOf(home)}.${process.pid}`;
  writeFileSync(written, `${JSON.stringify(sessions)}\n`, { mode: 0o600 });
  renameSync(written, pathOf(home));
}
