import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installOnce, MissingTool } from "./install.mjs";
import { reasonOf, run } from "./run.mjs";

/** Builds a program of a Go module at an exact version. The checksums of the module proxy verify the download. */
export function goTool(module, version) {
  const bin = module.split("/").at(-1);
  return {
    version,
    install: () =>
      join(
        installOnce(bin, `${module}@${version}`, (folder) =>
          go(["install", `${module}@v${version}`], { GOBIN: folder }),
        ),
        bin,
      ),
  };
}

/** Builds a program in a folder of `scripts/judges` with the version of `module` in its go.mod and go.sum. */
export function goProgram(source, module) {
  const folder = join(import.meta.dirname, "..", source);
  const [mod, ...others] = ["go.mod", "go.sum", "main.go"].map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  const [version] = mod.split(`${module} v`)[1].split(/\s/);
  return {
    version,
    install: () =>
      join(
        installOnce(source, [mod, ...others].join(""), (target) =>
          go(["build", "-C", folder, "-o", join(target, "program"), "."]),
        ),
        "program",
      ),
  };
}

function go(args, env = {}) {
  if (run("go", ["version"]).status !== 0) throw new MissingTool("Go is missing");
  const done = run("go", args, env);
  if (done.status !== 0) throw new MissingTool(`go ${args[0]} failed: ${reasonOf(done)}`);
}
