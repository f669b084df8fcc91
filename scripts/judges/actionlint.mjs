import { globSync } from "node:fs";
import { goTool } from "./tools/go.mjs";
import { ROOT, runJson } from "./tools/run.mjs";

/** Checks the workflows of GitHub Actions. */
export const actionlint = {
  name: "actionlint",
  tool: goTool("github.com/rhysd/actionlint/cmd/actionlint", "1.7.12"),
  judge(path) {
    const files = globSync(".github/workflows/*.{yaml,yml}", { cwd: ROOT });
    // Disables shellcheck and pyflakes, whose versions are not pinned.
    const findings = runJson(path, ["-shellcheck=", "-pyflakes=", "-format", "{{json .}}", ...files]);
    return {
      subject: `${files.length} workflow`,
      findings: findings.map(({ filepath, line, kind, message }) => `${filepath}:${line} ${kind} ${message}`),
    };
  },
};
