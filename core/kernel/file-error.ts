const REASONS = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EEXIST", "a file of that name exists"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is a file"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk is read-only"],
]);

/** `a.zip cannot be read: there is no such file or folder`, of an error of the file system. */
export function fileError(path: string, what: "read" | "written", { code }: NodeJS.ErrnoException): string {
  return `${path} cannot be ${what}: ${REASONS.get(code ?? "") ?? code}`;
}
