import { ServiceError } from "#local-cloud/http.ts";

const MAX_LENGTH = 1011;
const MAX_LEVELS = 15;

/** Throws for a name that Parameter Store would refuse (AWS docs: PutParameter, "Name"). */
export function assertParameterName(name: string): void {
  const problem = problemOf(name);
  if (problem) throw new ServiceError("ValidationException", problem);
  if (name.split("/").length - 1 > MAX_LEVELS)
    throw new ServiceError(
      "HierarchyLevelLimitExceededException",
      `A parameter hierarchy can have a maximum of ${MAX_LEVELS} levels: ${name}`,
    );
}

function problemOf(name: string): string | undefined {
  if (!name || name.length > MAX_LENGTH) return `Parameter name: must be 1 to ${MAX_LENGTH} characters long.`;
  if (!/^[a-zA-Z0-9_.\-/]+$/.test(name))
    return "Parameter name: only letters, digits and . - _ / are allowed.";
  if (/^\/?(aws|ssm)/i.test(name))
    return 'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).';
  if (name.includes("/") && !name.startsWith("/")) return "Parameter name must be a fully qualified name.";
  if (name.endsWith("/") || name.includes("//"))
    return "Parameter name: no level of the hierarchy may be empty.";
  return undefined;
}
