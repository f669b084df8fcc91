/** Why an archive path must not be written below a folder, as a phrase; undefined for a valid path. */
export function archivePathFault(path: string): string | undefined {
  if (path.length === 0 || path.length > 400) return "must be 1-400 characters long";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "must be relative";
  if (path.includes("\\")) return "must use '/' as separator";
  if (/\p{Cc}/u.test(path)) return "must not contain control characters";
  if (path.split("/").some((segment) => segment === "" || segment === "." || segment === ".."))
    return "must not contain empty, '.' or '..' segments";
  return undefined;
}
