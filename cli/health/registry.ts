import type { CliConfig } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";

const DEFAULT_REGISTRY = "https://registry.npmjs.org";
const TIMEOUT_MS = 5_000;
/** Services refuse signatures and certificates of another time; some after five minutes. */
const MAX_SKEW_MS = 60_000;

/** Where dependencies of apps come from, and whether this machine and that one agree on the time. */
export async function checkNetwork({ environment }: Pick<CliConfig, "environment">): Promise<Check[]> {
  const configured = environment.GANTRY_REGISTRY || environment.npm_config_registry || DEFAULT_REGISTRY;
  const registry = withoutCredentials(configured);
  const response = await fetch(registry, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  await response?.body?.cancel();
  const date = Date.parse(response?.headers.get("date") ?? "");
  return [registryCheck(registry, response?.status), clockCheck(date - Date.now())];
}

/** They must not be shown, and are not needed to check whether a registry responds. */
function withoutCredentials(address: string): string {
  return address.replace(/^(https?:\/\/)[^/]*@/i, "$1");
}

function registryCheck(registry: string, status: number | undefined): Check {
  const name = "registry";
  if (status !== undefined && status < 500) return { name, state: "ok", detail: registry };
  const how = status === undefined ? "does not respond" : `returns status ${status}`;
  return {
    name,
    state: "warn",
    detail: `${registry} ${how}: apps can be built only with dependencies that were installed before`,
    fix: "check the network, or set GANTRY_REGISTRY to another npm registry",
  };
}

/** `skew` is how far the other clock is ahead, in milliseconds; NaN where there is none to compare with. */
export function clockCheck(skew: number): Check {
  const name = "clock";
  if (Number.isNaN(skew)) return { name, state: "ok", detail: "not compared: no server responded" };
  if (Math.abs(skew) <= MAX_SKEW_MS) return { name, state: "ok", detail: "matches the registry's clock" };
  const minutes = Math.round(Math.abs(skew) / 60_000);
  return {
    name,
    state: "warn",
    detail: `${minutes} min ${skew > 0 ? "behind" : "ahead of"} the registry's clock: GitHub, Vercel and AWS may refuse requests`,
    fix: "set the clock, preferably by NTP (Linux: sudo timedatectl set-ntp true)",
  };
}
