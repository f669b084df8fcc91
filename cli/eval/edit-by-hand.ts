import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import type { EvalChange } from "#cli/eval/request.ts";
import { missionReply } from "#cli/service/replies.ts";
import type { SourceFile } from "#core/kernel/files.ts";

type Edit = NonNullable<EvalChange["edit"]>;

/**
 * Commits an edit to the branch of a published mission and pushes it, as a person would. Returns the path of the edited
 * file. Throws a CliError that states why it could not be made.
 */
export async function editByHand(
  context: Context,
  mission_id: string,
  source: readonly SourceFile[],
  edit: Edit,
): Promise<string> {
  const path = fileToEdit(source, edit);
  const { pr_url } = await context.api.call("status", { id: mission_id }, missionReply);
  if (!pr_url) throw new CliError("It has no pull request, whose branch could be edited.");
  const folder = await mkdtemp(join(tmpdir(), "gantry-edit-"));
  try {
    const git = await cloneBranch(context, repositoryOf(pr_url), `gantry/${mission_id}`, folder);
    const file = join(folder, path);
    await writeFile(
      file,
      (await readFile(file, "utf8")).replace(edit.find, () => edit.replace),
    );
    await git("commit", "--quiet", "--all", "--message", "Edit by hand");
    await git("push", "--quiet", "origin", "HEAD");
    return path;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a source still contains the edit. */
export const hasEdit = (source: readonly SourceFile[], { replace }: Edit): boolean =>
  source.some((file) => isText(file) && file.content.includes(replace));

function fileToEdit(source: readonly SourceFile[], edit: Edit): string {
  const { file, find, replace } = edit;
  if (hasEdit(source, edit)) throw new CliError(`The source already contains '${replace}'.`);
  const found = source.find(
    (each) => (file ?? each.path) === each.path && isText(each) && each.content.includes(find),
  );
  if (!found) throw new CliError(`${file ?? "No file of the source"} does not contain '${find}'.`);
  return found.path;
}

const isText = ({ encoding = "utf8" }: SourceFile) => encoding === "utf8";

/** The address of the repository to which a pull request belongs. */
const repositoryOf = (pr_url: string): string => `${pr_url.replace(/\/pull\/\d+$/, "")}.git`;

/** Clones a branch and returns git in that clone. */
async function cloneBranch(context: Context, address: string, branch: string, folder: string) {
  const env = { ...context.config.environment, ...(await credentials(context)), GIT_TERMINAL_PROMPT: "0" };
  const git = async (...args: string[]) => {
    try {
      await promisify(execFile)("git", [...PERSON, ...args], { cwd: folder, env });
    } catch (error) {
      throw new CliError(`git ${args[0]}: ${lastLine(error)}`);
    }
  };
  await git("clone", "--quiet", "--branch", branch, address, ".");
  return git;
}

/** Links of a repository are not followed out of it. */
const PERSON = ["user.name=Gantry eval", "user.email=eval@gantry.invalid", "core.symlinks=false"].flatMap(
  (setting) => ["-c", setting],
);

/** For the local GitHub, its token; elsewhere git asks its own credential helpers. Never an argument of a program. */
async function credentials({ config }: Context): Promise<Record<string, string>> {
  if (!config.local) return {};
  const token = (await readFile(join(config.home, "github-token"), "utf8")).trim();
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${config.url}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

function lastLine(error: unknown): string {
  const { stderr = "", message } = error as Error & { stderr?: string };
  return stderr.trim().split("\n").at(-1) || message;
}
