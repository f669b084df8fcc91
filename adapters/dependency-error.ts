import { GantryError } from "#core/errors.ts";

interface NpmError extends Error {
  code?: string;
  pkgid?: string;
  uri?: string;
}

/** What npm's libraries throw, as a sentence: the app's doing is DependencyRefused, the rest EnvironmentFailure. */
export function dependencyError(error: unknown): GantryError {
  if (error instanceof GantryError) return error;
  const { code = "", message } = error as NpmError;
  const sentence = refusal(code, error as NpmError);
  if (sentence !== undefined)
    return new GantryError("DependencyRefused", sentence, { field: "package.json", cause: error });
  return new GantryError(
    "EnvironmentFailure",
    `The package registry failed: ${code || message.slice(0, 100)}.`,
    {
      cause: error,
    },
  );
}

function refusal(code: string, error: NpmError): string | undefined {
  switch (code) {
    case "E404":
      return `The registry does not know the package ${nameOf(error)}.`;
    case "ETARGET":
    case "ENOVERSIONS":
      return `No version of a dependency fits: ${firstLine(error)}.`;
    case "EALLOWGIT":
    case "EALLOWREMOTE":
    case "EALLOWFILE":
    case "EALLOWDIRECTORY":
      return `A dependency asks for code from outside the registry: ${firstLine(error)}.`;
    case "ERESOLVE":
      return `The dependencies' own demands contradict each other: ${firstLine(error)}.`;
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

function nameOf(error: NpmError): string {
  const path = error.uri === undefined ? undefined : new URL(error.uri).pathname.slice(1);
  const id = error.pkgid ?? path ?? "";
  return `'${decodeURIComponent(id).slice(0, 120)}'`;
}

/** npm's own words, without the end of their sentence. */
function firstLine(error: Error): string {
  return (error.message.split("\n")[0] ?? "").slice(0, 200).replace(/\.$/, "");
}
