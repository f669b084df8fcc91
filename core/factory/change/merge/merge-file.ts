import { fileBytes, fileText, plainText, type SourceFile } from "#core/kernel/files.ts";
import { fileConflict } from "./conflict.ts";
import { mergeJson } from "./merge-json.ts";
import { type Merged, mergeText } from "./merge-text.ts";

const JSON_FILE = /\.(?:json|webmanifest)$/;

/**
 * Merges three versions of a file; the result has the path `path`. Versions that equal each other are taken as they are,
 * text by lines, JSON by members. Bytes that are no text cannot be merged.
 */
export function mergeFile(
  path: string,
  base: SourceFile,
  ours: SourceFile,
  theirs: SourceFile,
): Merged<SourceFile> {
  if (sameContent(base, theirs) || sameContent(ours, theirs)) return { value: { ...ours, path } };
  if (sameContent(base, ours)) return { value: { ...theirs, path } };
  if ([base, ours, theirs].some(isBinary))
    return {
      conflicts: [
        fileConflict(
          path,
          `${path} was replaced since it was generated, and the change needs another version.`,
        ),
      ],
    };
  const merge = JSON_FILE.test(path) ? mergeJson : mergeText;
  const merged = merge(path, fileText(base), fileText(ours), fileText(theirs));
  return "conflicts" in merged ? merged : { value: { path, content: merged.value } };
}

/** Whether two files have the same bytes. */
export function sameContent(a: SourceFile, b: SourceFile): boolean {
  if (a.encoding !== "base64" && b.encoding !== "base64") return a.content === b.content;
  const [one, other] = [fileBytes(a), fileBytes(b)];
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Whether a file is no text in UTF-8. */
const isBinary = (file: SourceFile): boolean => plainText(fileBytes(file)) === null;
