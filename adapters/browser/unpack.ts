import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const PROGRAM = "chromium";
/** Files that Chromium needs. All are checked, because some systems delete old temporary files one by one. */
const WHOLE = [PROGRAM, "al2023", "fonts", "libGLESv2.so", "libvk_swiftshader.so", "vk_swiftshader_icd.json"];
/** The package unpacks libraries that Amazon Linux lacks only if this is the runtime. */
const RUNTIME = "AWS_Lambda_nodejs24.x";
/** The folder of the libraries of Lambda's Node; does not exist on other systems. */
export const LAMBDA_LIBRARIES = "/var/lang/lib";
/** Runs in a separate process, because the package always uses the temporary folder of its process. */
const UNPACK = `const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();`;

/**
 * Unpacks the bundled Chromium into `folder` and returns the path of the program. Files are moved into place
 * atomically and the program last, so that a crash or a concurrent process cannot leave an incomplete Chromium that
 * looks complete.
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

/** Ignores an existing target, which another process has moved there completely. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
}
