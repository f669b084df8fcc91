import type { PackFiles } from "#core/evidence/files.ts";
import type { Claims } from "#core/evidence/kind.ts";
import { openPack } from "#core/evidence/pack.ts";
import { chainBreak } from "#core/evidence/read-chain.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** The files of a pack. Throws Refusal when the bytes are not an evidence pack. */
export function readFiles(zip: Uint8Array): PackFiles {
  if (zip.length === 0) throw new Refusal("PACK_EMPTY", "The pack is empty.");
  const files = open(zip);
  if (files.size === 0) throw new Refusal("PACK_EMPTY", "The pack has no files.");
  return files;
}

/** Throws Refusal when a sealed file is missing or differs from what was sealed. */
export function requireSealedFiles({ statement: { subject }, logs }: Claims, files: PackFiles): void {
  for (const { file } of logs) {
    if (!subject.some(({ name }) => name === file))
      throw new Refusal("FILE_MISSING", `The seal does not cover ${file}.`);
  }
  for (const { name, digest } of subject) {
    const bytes = fileOf(files, name);
    if (sha256Hex(bytes) === digest.sha256) continue;
    const where = name.endsWith(".jsonl") ? `; ${chainBreak(name, bytes)}` : "";
    throw new Refusal("FILE_CHANGED", `${name} differs from the sealed file${where}.`);
  }
}

export function textOf(files: PackFiles, name: string): string {
  return new TextDecoder().decode(fileOf(files, name));
}

function fileOf(files: PackFiles, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Refusal("FILE_MISSING", `${name} is missing.`);
  return bytes;
}

function open(zip: Uint8Array): PackFiles {
  try {
    return openPack(zip);
  } catch (error) {
    const why = error instanceof RangeError ? ` (${error.message})` : "";
    throw new Refusal("NOT_A_PACK", `The file is not a readable evidence pack${why}.`);
  }
}
