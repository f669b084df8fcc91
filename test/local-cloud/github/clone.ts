import { git, TOKEN } from "./server.ts";

interface CloneOptions {
  /** The default branch if absent. */
  readonly branch?: string;
  /** Empty for a clone that cannot push. */
  readonly token?: string;
}

export type Clone = Awaited<ReturnType<typeof cloneInto>>;

/** Clones the repository at `address` into `folder`, as a person who pushes with `token`. Returns git in that clone. */
export async function cloneInto(
  folder: string,
  address: string,
  { branch, token = TOKEN }: CloneOptions = {},
) {
  await git("clone", "--quiet", ...(branch ? ["--branch", branch] : []), address, folder);
  const inClone = (...args: string[]) => git("-C", folder, ...args);
  await inClone("config", "user.name", "Ada");
  await inClone("config", "user.email", "ada@example.com");
  if (token !== "") await inClone("remote", "set-url", "origin", withToken(address, token));
  /** Commits all that was changed, and returns the commit. */
  const commitAll = async (message = "By hand") => {
    await inClone("add", ".");
    await inClone("commit", "--quiet", "-m", message);
    return inClone("rev-parse", "HEAD");
  };
  return { folder, git: inClone, commitAll };
}

/** An address with a token as the password of git. */
const withToken = (address: string, token: string) => address.replace("//", `//x-access-token:${token}@`);
