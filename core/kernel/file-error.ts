const REASONS = new Map([
  ["ENOENT", "no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EEXIST", "a file with this name already exists"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "part of the path is a file"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk is read-only"],
]);

/** A message for a file-system error: `a.zip cannot be read: no such file or folder`. */
export function fileError(path: string, what: "read" | "written", { code }: NodeJS.ErrnoException): string {
  return `${path} cannot be ${what}: ${REASONS.get(code ?? "") ?? code}`;
}
