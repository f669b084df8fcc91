import type { BranchHead, RepositoryFile, RepositoryReader } from "#core/factory/change/repository/reader.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { checkPaths, type FileLimits, fileBytes, fileOf, type SourceFile } from "#core/kernel/files.ts";
import { gitBlobId, gitTreeId } from "#core/kernel/tree.ts";

interface Reading {
  readonly repositories: RepositoryReader;
  /** The name of the repository. */
  readonly name: string;
  readonly head: BranchHead;
  /** Files that need not be read again. */
  readonly known: readonly SourceFile[];
  readonly limits: FileLimits;
}

/**
 * The files at the end of a branch, sorted by path; only the ones that differ from the known ones are read. Throws
 * UnsupportedRequest, naming the first file that cannot be part of an app, before any file is read.
 */
export async function readFiles({ repositories, name, head, known, limits }: Reading): Promise<SourceFile[]> {
  const listed = await repositories.listFiles({ name, id: head.tree });
  requireBuildable(listed, limits, head.branch);
  const byId = new Map(known.map((file) => [gitBlobId(fileBytes(file)), file]));
  const files: SourceFile[] = [];
  for (const { path, id } of listed) {
    const same = byId.get(id);
    files.push(same ? { ...same, path } : fileOf(path, await repositories.readFile({ name, id })));
  }
  requireTree(files, head.tree);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function requireBuildable(files: readonly RepositoryFile[], limits: FileLimits, branch: string): void {
  const special = files.find(({ mode }) => mode !== "100644");
  const why = special ? `'${special.path}' ${kindOf(special.mode)}` : pathsFault(files, limits);
  if (why === undefined) return;
  throw new GantryError(
    "UnsupportedRequest",
    `The branch ${branch} has a file that cannot be part of an app: ${why}. Commit a correction, then ask for the change again.`,
    { field: "message" },
  );
}

const kindOf = (mode: string): string => {
  if (mode === "120000") return "is a symbolic link, not a plain file";
  return mode === "160000" ? "is a submodule, not a plain file" : "is executable; only plain files are built";
};

function pathsFault(files: readonly RepositoryFile[], limits: FileLimits): string | undefined {
  try {
    checkPaths(files, limits, "files");
    return undefined;
  } catch (error) {
    if (error instanceof GantryError && error.code === "InvalidDraft")
      return error.message.replace(/\.$/, "");
    throw error;
  }
}

/** What was read is what the commit contains. */
function requireTree(files: readonly SourceFile[], tree: string): void {
  const read = gitTreeId(files.map((file) => ({ path: file.path, bytes: fileBytes(file) })));
  if (read !== tree) throw new GantryError("Internal", `The tree ${tree} was read from GitHub as ${read}.`);
}
