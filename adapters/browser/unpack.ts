import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const PROGRAM = "chromium";
/** Without one of these it does not start; some systems clean their temporary folder file by file. */
const WHOLE = [PROGRAM, "al2023", "fonts", "libGLESv2.so", "libvk_swiftshader.so", "vk_swiftshader_icd.json"];
/** The package asks for the runtime before it unpacks the libraries that Lambda's own Linux lacks. */
const RUNTIME = "AWS_Lambda_nodejs24.x";
/** Where Lambda keeps the libraries of its Node; elsewhere there is no such folder. */
export const LAMBDA_LIBRARIES = "/var/lang/lib";
/** The package takes its process's temporary folder and no other, so it gets a process of its own. */
const UNPACK = `const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();`;

/**
 * Unpacks the bundled Chromium into `folder`, where its package looks for it, and answers the program's path. A
 * process that dies in the middle, or another that does the same, leaves nothing that could be taken for whole:
 * files appear there at once, the program last.
 */
export async function unpackChromium(folder: string): Promise<string> {
  const program = join(folder, PROGRAM);
  if (WHOLE.every((name) => existsSync(join(folder, name)))) return program;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = await mkdtemp(join(folder, "gantry-chromium-"));
  try {
    const command = ["--input-type=module", "--eval", UNPACK];
    await promisify(execFile)(process.execPath, command, {
      cwd: import.meta.dirname,
      env: { LD_LIBRARY_PATH: LAMBDA_LIBRARIES, TMPDIR: fresh, AWS_EXECUTION_ENV: RUNTIME },
    });
    const names = (await readdir(fresh)).filter((name) => name !== PROGRAM);
    for (const name of [...names, PROGRAM])
      await rename(join(fresh, name), join(folder, name)).catch(unlessThere);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return program;
}

/** A folder that is there already was moved there whole. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
}
