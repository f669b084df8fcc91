import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DamagedFile } from "#local-cloud/durable/damage.ts";
import { encodeJournal, isJournal } from "#local-cloud/durable/journal-format.ts";
import { encodePrivate, isPrivate } from "#local-cloud/durable/private-file.ts";
import { readIfThere } from "#local-cloud/durable/read-file.ts";
import { writeDurably } from "#local-cloud/durable/write-file.ts";

const JOURNALS = ["s3", "states", "states/executions", "ecs", "events", "streams", "vercel", "github"];
const PRIVATE_FILES = ["kms/keys.json", "ssm/parameters.json", "ssm/secret-key.json", "sts/key.json"];
const CONSEQUENCE = "its content is lost";

/**
 * Migrates format 1 to 2. In format 1, journals were lines of JSON and key files plain JSON, without
 * checksums. Each file is replaced as a whole; files that were already migrated are not changed.
 */
export function addChecksums(home: string): void {
  for (const folder of JOURNALS) for (const path of journalsIn(join(home, folder))) convertJournal(path);
  for (const name of PRIVATE_FILES) convertPrivateFile(join(home, name));
}

function journalsIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith(".jsonl")).map((name) => join(folder, name));
}

/** An incomplete last line was left by a crash during an append and was never acknowledged. */
function convertJournal(path: string): void {
  const text = readIfThere(path)?.toString();
  if (text === undefined || isJournal(text)) return;
  const lines = text.split("\n").slice(0, -1);
  writeDurably(
    path,
    encodeJournal(lines.map((line, index) => parse(path, line, `line ${index + 1} is not JSON`))),
  );
}

function convertPrivateFile(path: string): void {
  const text = readIfThere(path)?.toString();
  if (text !== undefined && !isPrivate(text))
    writeDurably(path, encodePrivate(parse(path, text, "it is not JSON")));
}

function parse(path: string, text: string, fault: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedFile(path, fault, CONSEQUENCE);
  }
}
