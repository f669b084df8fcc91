import { z } from "zod";
import { fromBase64, toBase64 } from "#core/kernel/base64.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { text } from "#core/kernel/text.ts";

/** A file of a draft or build output. `content` is text, or base64 when `encoding` is `base64`. */
export const fileSchema = z.strictObject({
  path: text().min(1).max(200),
  /** Up to 10 MB as base64: the largest design image. */
  content: text().max(13_400_000),
  encoding: z.enum(["utf8", "base64"]).optional(),
});
export type SourceFile = z.infer<typeof fileSchema>;

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const SEGMENT = /^[A-Za-z0-9_@()[\]$+,=~. -]+$/;
/** Names that a package manager, git, a shell or a host interprets on its own. */
const FORBIDDEN = new Set([
  ".git",
  ".npmrc",
  ".yarnrc",
  ".yarnrc.yml",
  ".pnpmfile.cjs",
  "pnpm-workspace.yaml",
  "bunfig.toml",
  "binding.gyp",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
  "node_modules",
  ".env",
  ".vercel",
  ".vc-config.json",
  ".husky",
]);

/** The short names that Windows can give to `.git`; git also refuses them (core.protectNTFS). */
const GIT_SHORT_NAME = /^git~\d+$/i;

/**
 * Why a path is not permitted in a workspace, as a phrase; undefined for a valid path. Paths are relative, with `/` as
 * separator, at most 12 segments, only ASCII, no traversal, and no names that tools interpret on their own.
 */
export function pathFault(path: string): string | undefined {
  if (path.length === 0 || path.length > 200) return "must be 1-200 characters long";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "must be relative";
  if (path.includes("\\")) return "must use '/' as separator";
  const segments = path.split("/");
  if (segments.length > 12) return "must have at most 12 segments";
  for (const segment of segments) {
    const fault = segmentFault(segment);
    if (fault) return fault;
  }
  return undefined;
}

function segmentFault(segment: string): string | undefined {
  if (segment === "" || segment === "." || segment === "..")
    return "must not contain empty, '.' or '..' segments";
  if (!SEGMENT.test(segment)) return "must consist of plain ASCII letters, digits and ._-@()[]$+,=~";
  if (segment.startsWith(" ") || segment.endsWith(" ") || segment.endsWith("."))
    return "must not have segments that start or end with a space or end with a dot";
  if (segment.startsWith("-") || segment.startsWith("~"))
    return "must not have segments that start with '-' or '~'";
  if (RESERVED.test(segment)) return `must not use the reserved name '${segment}'`;
  if (FORBIDDEN.has(segment.toLowerCase()) || GIT_SHORT_NAME.test(segment))
    return `must not contain '${segment}'`;
  return undefined;
}

export interface FileLimits {
  readonly files: number;
  readonly bytes: number;
  readonly file_bytes: number;
}

/** Throws InvalidDraft as {@link checkPaths} does. */
export function checkFiles(files: readonly SourceFile[], limits: FileLimits, field = "files"): void {
  checkPaths(
    files.map((file) => ({ path: file.path, size: fileBytes(file).length })),
    limits,
    field,
  );
}

/** A file whose content is not needed to check it. */
interface SizedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Throws InvalidDraft, naming the first fault: an invalid path, a duplicate path (ignoring case), a file whose path is
 * another file's folder, or an exceeded limit.
 */
export function checkPaths(files: readonly SizedFile[], limits: FileLimits, field: string): void {
  if (files.length > limits.files)
    fault(field, `has ${files.length} files; at most ${limits.files} are allowed`);
  const seen = new Map<string, number>();
  let total = 0;
  files.forEach((file, index) => {
    const why = pathFault(file.path);
    if (why) fault(`${field}.${index}.path`, `'${printable(file.path)}' ${why}`);
    const { size } = file;
    if (size > limits.file_bytes)
      fault(
        `${field}.${index}.content`,
        `'${file.path}' has ${size} bytes; at most ${limits.file_bytes} are allowed`,
      );
    total += size;
    const key = file.path.toLowerCase();
    if (seen.has(key)) fault(`${field}.${index}.path`, `'${file.path}' is a duplicate`);
    seen.set(key, index);
  });
  if (total > limits.bytes) fault(field, `has ${total} bytes in total; at most ${limits.bytes} are allowed`);
  for (const [key, index] of seen) {
    for (let cut = key.lastIndexOf("/"); cut > 0; cut = key.lastIndexOf("/", cut - 1)) {
      if (seen.has(key.slice(0, cut)))
        fault(`${field}.${index}.path`, `'${key}' uses another file as a folder`);
    }
  }
}

/** A file with these bytes: as text if they are text in UTF-8, otherwise as base64. */
export function fileOf(path: string, bytes: Uint8Array): SourceFile {
  const content = plainText(bytes);
  return content === null ? { path, content: toBase64(bytes), encoding: "base64" } : { path, content };
}

/** The text that is exactly these bytes in UTF-8; null for other bytes, and for text with a null character. */
export function plainText(bytes: Uint8Array): string | null {
  try {
    const content = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return content.includes("\0") ? null : content;
  } catch {
    return null;
  }
}

/** The bytes of a file. Throws InvalidDraft for invalid base64. */
export function fileBytes(file: SourceFile): Uint8Array {
  if (file.encoding !== "base64") return new TextEncoder().encode(file.content);
  try {
    return fromBase64(file.content);
  } catch (cause) {
    throw new GantryError("InvalidDraft", `'${printable(file.path)}' is not valid base64.`, {
      field: "files",
      cause,
    });
  }
}

/** The text of a file in either encoding. */
export function fileText(file: SourceFile): string {
  return file.encoding === "base64" ? decodeText(fileBytes(file)) : file.content;
}

/**
 * Decodes bytes as a browser does: as UTF-16 after its byte order mark (Encoding Standard, "BOM sniff"), otherwise as
 * UTF-8. Invalid sequences become replacement characters.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

function printable(path: string): string {
  return path.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");
}

function fault(field: string, sentence: string): never {
  throw new GantryError("InvalidDraft", `${sentence}.`, { field });
}
