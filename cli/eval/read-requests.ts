import { readFile } from "node:fs/promises";
import { UsageError } from "#cli/errors.ts";
import { withParaphrases } from "#cli/eval/paraphrases.ts";
import { type EvalRequest, requestSchema } from "#cli/eval/request.ts";
import { fileError } from "#core/kernel/file-error.ts";

const MAX_BYTES = 5_000_000;
const MAX_REQUESTS = 5000;

/** Reads a file of requests. Throws a UsageError that names the line and the member. */
export async function readRequests(path: string): Promise<EvalRequest[]> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${fileError(path, "read", error)}.`);
  });
  if (content.length > MAX_BYTES)
    throw new UsageError(`${path} has ${content.length} bytes; the limit is ${MAX_BYTES}.`);
  return parseRequests(content.toString("utf8"), path);
}

/**
 * Parses requests: JSON objects, one on each line, or plain lines, each of them a message. Empty lines and lines that
 * begin with `#` are skipped. A request without an id is named after its line.
 */
export function parseRequests(content: string, path: string): EvalRequest[] {
  const requests = content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    return [parseLine(line.trim(), index + 1, path)];
  });
  if (requests.length === 0) throw new UsageError(`${path} has no requests.`);
  if (requests.length > MAX_REQUESTS)
    throw new UsageError(`${path} has ${requests.length} requests; the limit is ${MAX_REQUESTS}.`);
  const seen = new Set<string>();
  for (const { id } of requests) {
    if (seen.has(id)) throw new UsageError(`${path}: two requests have the id ${id}.`);
    seen.add(id);
  }
  return withParaphrases(requests, path);
}

function parseLine(line: string, number: number, path: string): EvalRequest {
  const id = `line-${number}`;
  const given = line.startsWith("{") ? parseJson(line, number, path) : { say: [line] };
  const parsed = requestSchema.safeParse(given);
  if (parsed.success) return { id, ...parsed.data };
  const [issue] = parsed.error.issues;
  const member = issue?.path.join(".") || "the object";
  throw new UsageError(`${path}, line ${number}: ${member}: ${issue?.message}.`);
}

function parseJson(line: string, number: number, path: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`${path}, line ${number}: is not valid JSON.`);
  }
}
