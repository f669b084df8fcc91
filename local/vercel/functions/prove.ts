import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { sandboxRemedy } from "#core/machine/sandbox-remedy.ts";
import type { FindSandbox, FunctionSandbox } from "./sandbox.ts";

const MS = 15_000;

/** Why functions of deployed apps cannot run on this machine, and the one command that helps. */
export interface NoSandbox {
  readonly message: string;
  readonly fix: string;
}

/** The machine's sandbox after it has run Node once, or why there is none. */
export async function prove(
  find: FindSandbox,
  node: string,
  cwd: string,
): Promise<FunctionSandbox | NoSandbox> {
  const wrap = find();
  if (!wrap) return noSandbox("its programs are not installed", false);
  const { command, args, env } = wrap([node, "-e", "0"], { cwd, env: { PATH: "/usr/bin:/bin" } });
  const ended = await promisify(execFile)(command, args, { cwd, env, timeout: MS }).then(
    () => "",
    (error: ExecFileException) => error.stderr?.trim().slice(0, 300) || error.message,
  );
  return ended === "" ? wrap : noSandbox(`it does not start (${ended})`, true);
}

function noSandbox(reason: string, installed: boolean): NoSandbox {
  return {
    message: `Functions of deployed apps run in a sandbox only, and this machine has none: ${reason}.`,
    fix: sandboxRemedy({ platform: process.platform, installed, exists: existsSync }),
  };
}
