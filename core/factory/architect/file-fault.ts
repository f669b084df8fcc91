import { elisionFault } from "#core/factory/architect/elision.ts";
import { unfinishedFault } from "#core/factory/architect/unfinished.ts";
import { fileSchema, pathFault, type SourceFile } from "#core/kernel/files.ts";

/** The most lines and characters of one file that a model writes. */
export const FILE_LINES = 150;
export const FILE_CHARACTERS = 24_000;

/** What is in no text file: a model that writes it has written bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

/** Why a whole file of a draft is refused, as a phrase; undefined if it is not. `before` is the file that it replaces. */
export function fileFault({ path, content }: SourceFile, before?: SourceFile): string | undefined {
  const name = pathFault(path);
  if (name !== undefined) return `has a path that ${name}`;
  if (content.trim() === "") return "is empty";
  if (BINARY.test(content)) return "contains binary data; drafts are text";
  if (!fileSchema.safeParse({ path, content }).success) return "contains text that is not valid Unicode";
  if (path.endsWith(".json") && !isJson(content)) return "is not valid JSON";
  return elisionFault(path, content, before?.content) ?? unfinishedFault(path, content);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
