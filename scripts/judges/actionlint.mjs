import { globSync } from "node:fs";
import { goTool } from "./tools/go.mjs";
import { ROOT, runJson } from "./tools/run.mjs";

/** The workflows of GitHub Actions. */
export const actionlint = {
  name: "actionlint",
  tool: goTool("github.com/rhysd/actionlint/cmd/actionlint", "1.7.12"),
  judge(path) {
    const files = globSync(".github/workflows/*.{yaml,yml}", { cwd: ROOT });
    // shellcheck and pyflakes would be asked too where they are installed, in whatever version that is.
    const findings = runJson(path, ["-shellcheck=", "-pyflakes=", "-format", "{{json .}}", ...files]);
    return {
      subject: `${files.length} workflow`,
      findings: findings.map(({ filepath, line, kind, message }) => `${filepath}:${line} ${kind} ${message}`),
    };
  },
};
