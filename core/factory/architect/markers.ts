import type { SourceFile } from "#core/kernel/files.ts";

/**
 * The markers of a draft in plain text, each a line of its own. Code inside JSON would have to be escaped, which makes
 * models write worse code, and a whole draft in one JSON value is lost when it is cut off.
 */
export const FILE_START = /^=== file: (.+) ===$/;
/** Starts a block of edits of an existing file, each of the lines to search for and the lines to replace them with. */
export const EDIT_START = /^=== edit: (.+) ===$/;
export const SEARCH = "=== search ===";
export const REPLACE = "=== replace ===";
export const DELETED = /^=== delete: (.+) ===$/;
export const APP_START = "=== app ===";
export const APP_END = "=== end: app ===";
export const DONE = "=== done ===";
export const fileEnd = (path: string): string => `=== end: ${path} ===`;
/** Any marker: inside a file, one that is not the file's own end means that this end is missing. */
export const MARKER = /^=== (?:(?:file|edit|end|delete): .+|app|done) ===$/;

/** Files as the protocol has them. */
export function filesText(files: readonly SourceFile[]): string {
  return files
    .map(({ path, content }) => `=== file: ${path} ===\n${content.replace(/\n?$/, "\n")}${fileEnd(path)}\n`)
    .join("");
}

/** The app's other parts as the protocol has them. */
export const appText = (app: unknown): string =>
  `${APP_START}\n${JSON.stringify(app, null, 1)}\n${APP_END}\n`;
