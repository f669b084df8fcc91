import { randomBytes } from "node:crypto";
import { UsageError } from "#cli/errors.ts";
import { isPassword, MIN_PASSWORD, PASSWORD_FORM } from "#core/identity/password-rule.ts";
import { SIRI_SECRET } from "#core/identity/siri/siri-key.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import { readGithubApp } from "./github-app.ts";
import { SECRET_NAMES } from "./names.ts";

/** A secret that Gantry knows. `key` names the family: one secret, or with a slash behind it one per id. */
export interface SecretKind {
  readonly key: string;
  readonly question: string;
  /** Makes a value when none is given. */
  readonly make?: () => string;
  /** From when on a change counts, where that is not the next cold start. */
  readonly counts?: string;
  /** Checks a value and returns what to store. Throws UsageError naming the field, never showing the value. */
  readonly read: (value: string) => string;
}

/** Functions read a secret once per process. */
const AT_COLD_START = "Running functions keep the value they have read until their next cold start.";

export const SECRETS: readonly SecretKind[] = [
  {
    key: "users/",
    question: `Password (${MIN_PASSWORD} characters or more)`,
    counts: "It takes effect at the next login; open sessions remain valid until they expire.",
    read: (value) => demand("password", value, isPassword(value), PASSWORD_FORM),
  },
  {
    key: "github-token",
    question: "GitHub token",
    read: (value) =>
      demand(
        "github-token",
        value,
        /^(gh[pousr]_[\w.-]{20,}|github_pat_\w{20,}|[0-9a-f]{40})$/.test(value),
        "a token as issued by GitHub, which starts with github_pat_ or ghp_",
      ),
  },
  {
    key: "github-app",
    question: "GitHub App (JSON; --file reads it from a file)",
    read: readGithubApp,
  },
  {
    key: "vercel-token",
    question: "Vercel token",
    read: (value) =>
      demand(
        "vercel-token",
        value,
        /^[\w-]{20,200}$/.test(value),
        "a token as issued by Vercel: 20 or more letters and digits without spaces",
      ),
  },
  {
    key: "session-key",
    question: "Session key (press Enter to generate one)",
    make: makeKey,
    read: (value) => readKey("session-key", value),
  },
  {
    key: SIRI_SECRET,
    question: "Secret of the Siri keys (press Enter to generate one)",
    make: makeKey,
    counts: `${AT_COLD_START} Phones that were paired before have to be paired again.`,
    read: (value) => readKey(SIRI_SECRET, value),
  },
];

/** The kind of a secret's name. An unknown name is not repeated: it may be the secret itself. */
export function kindOf(name: string): SecretKind {
  const kind = SECRETS.find(({ key }) => (key.endsWith("/") ? name.startsWith(key) : name === key));
  if (!kind)
    throw new UsageError(
      `<name> must be one of ${SECRET_NAMES.map(({ name: known }) => known).join(", ")}. Values are not accepted on the command line, because the shell's history would keep them.`,
    );
  if (kind.key.endsWith("/") && !ID_PATTERN.test(name.slice(kind.key.length)))
    throw new UsageError(
      `<name>: ${kind.key} must be followed by 1-64 characters of a-z, 0-9, '_', '.', '-'.`,
    );
  return kind;
}

/** The note to show after a secret of this kind was changed. */
export function whenItCounts({ counts = AT_COLD_START }: SecretKind): string {
  return counts;
}

/** 32 random bytes in hex. */
function makeKey(): string {
  return randomBytes(32).toString("hex");
}

function readKey(field: string, value: string): string {
  return demand(field, value, /^[0-9a-f]{64}$/.test(value), "32 bytes as 64 digits of lower-case hex");
}

function demand(field: string, value: string, right: boolean, wanted: string): string {
  if (right) return value;
  throw new UsageError(`${field}: ${value === "" ? "is empty; it must be" : "must be"} ${wanted}.`);
}
