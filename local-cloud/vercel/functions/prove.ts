import { type FindSandbox, type FunctionSandbox, spawnWrapped, type Wrapped } from "./sandbox.ts";

const MS = 15_000;

/** How functions of deployed apps are isolated. */
export interface SandboxOptions {
  readonly find: FindSandbox;
  /** Returns the command that provides a sandbox; `installed`: its programs exist but do not work. */
  readonly fix: (installed: boolean) => string;
}

/** The reason why functions of deployed apps cannot run on this machine, and the command that fixes it. */
export interface NoSandbox {
  readonly message: string;
  readonly fix: string;
}

/** Returns the machine's sandbox after it has run Node once, or the reason why there is none. */
export async function prove(
  { find, fix }: SandboxOptions,
  node: string,
  cwd: string,
): Promise<FunctionSandbox | NoSandbox> {
  const wrap = find();
  if (!wrap) return noSandbox("its programs are not installed", fix(false));
  const fault = await run(wrap([node, "-e", "0"], { cwd, env: { PATH: "/usr/bin:/bin" } }), cwd);
  return fault === undefined ? wrap : noSandbox(`it does not start (${fault})`, fix(true));
}

/** Returns the reason why a wrapped program failed, or undefined if it succeeded. */
function run(wrapped: Wrapped, cwd: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawnWrapped(wrapped, cwd);
    const timer = setTimeout(() => child.kill("SIGKILL"), MS);
    let stderr = "";
    child.stdin.on("error", () => undefined);
    child.stdout.resume();
    child.stderr.on("data", (text) => {
      stderr = `${stderr}${text}`.slice(0, 300);
    });
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve(code === 0 ? undefined : stderr.trim() || `it ended with ${signal ?? code}`);
    });
  });
}

function noSandbox(reason: string, fix: string): NoSandbox {
  return {
    message: `Functions of deployed apps run in a sandbox only, and this machine has none: ${reason}.`,
    fix,
  };
}
