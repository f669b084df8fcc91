import { basename, dirname } from "node:path";
import { GantryError } from "#core/kernel/errors.ts";
import { printableLine } from "#core/kernel/printable.ts";

interface NpmError extends Error {
  code?: string;
  type?: string;
  pkgid?: string;
  uri?: string;
  /** The expected digest of a package. */
  expected?: unknown;
  /** The folder in which it was unpacked. */
  cwd?: string;
}

/** Errors of this machine, which neither packages nor the registry cause. */
const MACHINE = new Set("ENOSPC EDQUOT ENOMEM EMFILE ENFILE EACCES EPERM EROFS EIO".split(" "));

/**
 * Converts an error of npm's libraries: faults of the app to DependencyRefused, others to EnvironmentFailure. The
 * lockfile is used to name the package of a digest that does not match.
 */
export function dependencyError(error: unknown, lockfile = ""): GantryError {
  if (error instanceof GantryError) return error;
  const failure = error as NpmError;
  const sentence = refusal(failure, lockfile);
  if (sentence !== undefined)
    return new GantryError("DependencyRefused", sentence, { field: "package.json", cause: error });
  return new GantryError("EnvironmentFailure", environment(failure), { cause: error });
}

function refusal(error: NpmError, lockfile: string): string | undefined {
  const { code = "" } = error;
  if (code.startsWith("TAR_") || code.startsWith("Z_"))
    return `The package '${nameOf(error)}' cannot be unpacked.`;
  switch (code) {
    case "E404":
      return `The registry has no package '${nameOf(error)}'.`;
    case "E402":
    case "E403":
    case "E410":
    case "E451":
      return `The registry does not provide the package '${nameOf(error)}': it returned ${code.slice(1)}.`;
    case "EINTEGRITY":
      return `The package '${withDigest(error, lockfile)}' does not match its digest in the registry.`;
    case "ETARGET":
    case "ENOVERSIONS":
      return `No version of a dependency fits: ${firstLine(error)}.`;
    case "EALLOWGIT":
    case "EALLOWREMOTE":
    case "EALLOWFILE":
    case "EALLOWDIRECTORY":
      return `A dependency requires code from outside the registry: ${firstLine(error)}.`;
    case "ERESOLVE":
      return `The dependencies have conflicting requirements: ${firstLine(error)}.`;
    case "EBADPLATFORM":
      return `A dependency does not run on the builder's platform: ${firstLine(error)}.`;
    case "EINVALIDPACKAGENAME":
    case "EINVALIDTAGNAME":
    case "EUNSUPPORTEDPROTOCOL":
      return `A dependency has an unusable name or version: ${firstLine(error)}.`;
    default:
      return undefined;
  }
}

function environment({ code = "", type, message }: NpmError): string {
  if (MACHINE.has(code)) return `This machine failed while dependencies were installed: ${code}.`;
  if (type === "invalid-json") return "The package registry failed: its reply is not JSON.";
  return `The package registry failed: ${code || printableLine(message).slice(0, 100)}.`;
}

function nameOf({ uri, pkgid, cwd }: NpmError): string {
  if (cwd !== undefined) {
    const scope = basename(dirname(cwd));
    return shown(scope.startsWith("@") ? `${scope}/${basename(cwd)}` : basename(cwd));
  }
  return shown(pkgid?.replace(/@https?:.*$/, "") ?? pathOf(uri));
}

/** The path of a URL, which can come from the registry and contain invalid escapes. */
function pathOf(uri: string | undefined): string {
  const path = uri === undefined ? "" : new URL(uri).pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The package with the expected digest in the lockfile. */
function withDigest({ expected }: NpmError, lockfile: string): string {
  const [digest] = Array.isArray(expected) ? expected.map(String) : [];
  const packages: Record<string, { integrity?: string }> = lockfile ? JSON.parse(lockfile).packages : {};
  const [path = ""] = Object.entries(packages).find(([, entry]) => entry.integrity === digest) ?? [];
  return shown(path.split("node_modules/").at(-1) ?? "");
}

const shown = (name: string) => printableLine(name).slice(0, 120);

/** The first line of npm's message, without its final period. */
function firstLine(error: Error): string {
  return printableLine(error.message.split("\n")[0] ?? "")
    .slice(0, 200)
    .replace(/\.$/, "");
}
