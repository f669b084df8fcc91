import type { Caller } from "#core/identity/caller.ts";
import { keyIdOf } from "#core/identity/key-format.ts";
import { readKey } from "#core/identity/key-lookup.ts";
import { readSession } from "#core/identity/session.ts";

/** The caller of a session token or of a device's or service's key. Undefined when it is unknown or expired. */
export async function readCredential(
  services: Parameters<typeof readSession>[0] & Parameters<typeof readKey>[0],
  token: string,
): Promise<Caller | undefined> {
  return keyIdOf(token) === undefined ? readSession(services, token) : readKey(services, token);
}
