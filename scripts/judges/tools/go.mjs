import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installOnce, MissingTool } from "./install.mjs";
import { reasonOf, run } from "./run.mjs";

/** A program of a Go module, built at an exact version. The module proxy's checksums hold what is fetched. */
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

/** A program in a folder of `scripts/judges`, built with the version of `module` that go.mod and go.sum fix. */
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
