import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CliConfig } from "#cli/config.ts";
import { CliError } from "#cli/errors.ts";
import { isEvidenceKey } from "#cli/evidence/check-signature.ts";

/** The evidence key is trusted on first use and stored in `<home>/evidence.pub`. */
export function pinnedKeyPath({ home }: Pick<CliConfig, "home">): string {
  return join(home, "evidence.pub");
}

export function readPinnedKey(config: Pick<CliConfig, "home">): string | undefined {
  try {
    return readFileSync(pinnedKeyPath(config), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Pins a key unless one is pinned already. Returns how the key relates to the pinned one. */
export function pinKey(config: Pick<CliConfig, "home">, pem: string): "pinned" | "same" | "differs" {
  if (!isEvidenceKey(pem)) throw new CliError("The service did not return a P-256 public key.");
  const path = pinnedKeyPath(config);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, pem, { flag: "wx" });
    return "pinned";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readPinnedKey(config)?.trim() === pem.trim() ? "same" : "differs";
}
