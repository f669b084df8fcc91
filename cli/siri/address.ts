import type { CliConfig } from "#cli/config.ts";
import { UsageError } from "#cli/errors.ts";
import { PUBLIC_URL_FORM, readPublicUrl } from "#core/operations/public-url.ts";

/**
 * The address at which a phone reaches Gantry: that of `--url`, of GANTRY_PUBLIC_URL, or of GANTRY_URL unless that is this
 * machine. Throws UsageError for an address that no phone can use.
 */
export function phoneAddress(
  { publicUrl, local, url, program }: CliConfig,
  given: string | undefined,
): string {
  const [name, text] = given === undefined ? ["GANTRY_PUBLIC_URL", publicUrl] : ["--url", given];
  if (text !== undefined) {
    const address = readPublicUrl(text)?.origin;
    if (address === undefined) throw new UsageError(`${name} ${PUBLIC_URL_FORM}.`);
    return address;
  }
  if (!local) return url;
  throw new UsageError(
    `A phone cannot reach ${url}. Set GANTRY_PUBLIC_URL to the address of a tunnel, as docs/siri.md describes; ${program} doctor checks it.`,
  );
}
