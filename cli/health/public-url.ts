import { z } from "zod";
import type { CliConfig } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";
import { PUBLIC_URL_FORM, readPublicUrl } from "#core/operations/public-url.ts";

const TIMEOUT_MS = 5_000;
const gantrySchema = z.object({ service: z.literal("gantry") });

/** Checks the address at which other devices reach the Gantry of this machine. */
export async function checkPublicUrl(
  { publicUrl, local, url }: Pick<CliConfig, "publicUrl" | "local" | "url">,
  isGantryAt = isGantry,
): Promise<Check[]> {
  if (!local) return [];
  const name = "public";
  if (publicUrl === undefined)
    return [
      {
        name,
        state: "ok",
        detail:
          "GANTRY_PUBLIC_URL is not set: only this machine reaches Gantry. docs/siri.md describes a tunnel",
      },
    ];
  const address = readPublicUrl(publicUrl);
  if (!address)
    return [
      {
        name,
        state: "fail",
        detail: `GANTRY_PUBLIC_URL ${PUBLIC_URL_FORM}`,
        fix: "correct GANTRY_PUBLIC_URL",
      },
    ];
  if (!(await isGantryAt(address.origin)))
    return [
      {
        name,
        state: "warn",
        detail: `No Gantry responds at ${address.origin}: phones cannot reach it.`,
        fix: `start Gantry with this setting, and a tunnel on this machine from ${address.origin} to ${url}, as docs/siri.md describes`,
      },
    ];
  if (address.protocol === "http:")
    return [
      {
        name,
        state: "warn",
        detail: `${address.origin} has no TLS: passwords and sessions can be read on the way.`,
        fix: "use a tunnel or proxy with an https address",
      },
    ];
  return [{ name, state: "ok", detail: `${address.origin} reaches a Gantry` }];
}

/** Whether a Gantry responds there. */
async function isGantry(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${origin}/healthcheck`, { signal, redirect: "error" });
    return response.ok && gantrySchema.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}
