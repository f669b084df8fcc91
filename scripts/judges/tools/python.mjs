import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installOnce, MissingTool } from "./install.mjs";
import { reasonOf, run } from "./run.mjs";

/**
 * Installs a program from the Python package index in its own virtual environment. `requirements` names a
 * file of `scripts/judges` with the exact versions of the package and of all its dependencies.
 */
export function pythonTool(requirements, pip, bin) {
  const file = join(import.meta.dirname, "..", requirements);
  const pins = readFileSync(file, "utf8");
  const version = new RegExp(`^${pip}==(\\S+)$`, "m").exec(pins)[1];
  return {
    version,
    install: () =>
      join(
        installOnce(pip, pins, (folder) => makeEnvironment(folder, file)),
        "bin",
        bin,
      ),
  };
}

function makeEnvironment(folder, requirements) {
  const python = ["python3", "python"].find((name) => run(name, ["-m", "venv", "--help"]).status === 0);
  if (python === undefined) throw new MissingTool("Python 3 with venv is missing");
  const made = run(python, ["-m", "venv", folder]);
  if (made.status !== 0) throw new MissingTool(`python -m venv failed: ${reasonOf(made)}`);
  const options = ["--quiet", "--disable-pip-version-check", "--only-binary", ":all:"];
  const installed = run(join(folder, "bin/pip"), ["install", ...options, "--requirement", requirements]);
  if (installed.status !== 0) throw new MissingTool(`pip failed: ${reasonOf(installed)}`);
}
