import { readFile } from "node:fs/promises";
import { UsageError } from "#cli/errors.ts";
import { REPORT_VERSION, type StoredReport, storedReport } from "#cli/eval/report.ts";
import { fileError } from "#core/kernel/file-error.ts";

/** Reads an `eval.json`. Throws a UsageError that names what is wrong with it. */
export async function readReport(path: string): Promise<StoredReport> {
  const content = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${fileError(path, "read", error)}.`);
  });
  const given = parseJson(content, path);
  const version = versionOf(given);
  if (typeof version === "number" && version !== REPORT_VERSION) {
    const needed = `only reports of version ${REPORT_VERSION} can be compared`;
    throw new UsageError(`${path} is a report of version ${version}; ${needed}. Run the requests again.`);
  }
  const parsed = storedReport.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = issue?.path.join(".") || "the file";
  throw new UsageError(`${path} is not a report of eval: ${member}: ${issue?.message}.`);
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError(`${path} is not a report of eval: it is not valid JSON.`);
  }
}

const versionOf = (given: unknown): unknown =>
  typeof given === "object" && given !== null && "version" in given ? given.version : undefined;
