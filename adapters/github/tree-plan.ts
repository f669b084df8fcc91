import type { TreeFile } from "#core/kernel/tree.ts";

/** GitHub returns 502 for trees of several megabytes, so a tree is sent in parts, each based on the previous one. */
const MOST_FILES = 100;
const MOST_BYTES = 1_000_000;

export interface TreePart {
  readonly entries: readonly PlannedEntry[];
}

export interface PlannedEntry {
  readonly path: string;
  readonly mode: "100644" | "100755";
  /** The text to send with the tree; undefined for files that must be sent as separate blobs. */
  readonly text: string | undefined;
  readonly bytes: Uint8Array;
}

/** Splits files into parts of at most 100 files and 1 MB of inline text. */
export function planTree(files: readonly TreeFile[]): TreePart[] {
  const parts: PlannedEntry[][] = [];
  let size = 0;
  for (const { path, bytes, mode = "100644" } of files) {
    const text = inlineText(bytes);
    const weight = text === undefined ? 0 : bytes.length;
    const last = parts.at(-1);
    const entry = { path, mode, text, bytes };
    if (last && last.length < MOST_FILES && size + weight <= MOST_BYTES) {
      last.push(entry);
      size += weight;
    } else {
      parts.push([entry]);
      size = weight;
    }
  }
  return parts.map((entries) => ({ entries }));
}

/** The text of a file that can be sent inline: valid UTF-8, no NUL, not empty, not too large; otherwise undefined. */
function inlineText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > MOST_BYTES || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
