import { readFileSync } from "node:fs";
import { fileError } from "#core/kernel/file-error.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";
import { describeFaults } from "#core/kernel/input/read-input.ts";
import type { ModelBackend } from "#local-cloud/bedrock/backend.ts";
import { fixtureModel, fixturesSchema } from "#local-cloud/bedrock/fixture.ts";

/**
 * Creates a scripted model from a JSON file with an array of fixtures. Throws an error that names an invalid
 * file.
 */
export function fixtureFile(path: string): ModelBackend {
  const parsed = fixturesSchema.safeParse(readJson(path), { error: describeIssue });
  if (!parsed.success) throw new Error(`GANTRY_FIXTURE: ${path}: ${describeFaults(parsed.error)}`);
  return fixtureModel(parsed.data);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? `${path} is not JSON` : fileError(path, "read", error as Error);
    throw new Error(`GANTRY_FIXTURE: ${reason}`);
  }
}
