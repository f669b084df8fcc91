import { npmTool } from "./tools/npm.mjs";
import { runJson } from "./tools/run.mjs";

/** Checks openapi.json with Redocly's stricter recommended rules. Warnings are findings. */
export const redocly = {
  name: "redocly",
  tool: npmTool("judges/api", "@redocly/cli", "redocly"),
  judge(path) {
    const rules = ["--config", "scripts/judges/api/redocly.yaml"];
    const { problems } = runJson(path, ["lint", "openapi.json", ...rules, "--format", "json"], {
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    });
    return {
      subject: "openapi.json",
      findings: problems.map(
        ({ ruleId, message, location: [{ pointer = "" } = {}] = [] }) =>
          `openapi.json ${pointer} ${ruleId} ${message}`,
      ),
    };
  },
};
