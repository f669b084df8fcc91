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
        installOnce(bin, `${module}@${version}`, (folder) => build(folder, `${module}@v${version}`)),
        bin,
      ),
  };
}

function build(folder, source) {
  if (run("go", ["version"]).status !== 0) throw new MissingTool("Go is missing");
  const built = run("go", ["install", source], { GOBIN: folder });
  if (built.status !== 0) throw new MissingTool(`go install failed: ${reasonOf(built)}`);
}
