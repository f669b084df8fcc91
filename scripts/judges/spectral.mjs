import { npmTool } from "./tools/npm.mjs";
import { runJson } from "./tools/run.mjs";

/** Checks openapi.json with Spectral's rules for OpenAPI. Warnings are findings. */
export const spectral = {
  name: "spectral",
  tool: npmTool("judges/api", "@stoplight/spectral-cli", "spectral"),
  judge(path) {
    const rules = ["--ruleset", "scripts/judges/api/spectral.yaml"];
    const found = runJson(path, ["lint", "openapi.json", ...rules, "--format", "json", "--quiet"]);
    return {
      subject: "openapi.json",
      findings: found.map(
        ({ code, path: place, message, range }) =>
          `openapi.json:${range.start.line + 1} ${place.join("/")} ${code} ${message}`,
      ),
    };
  },
};
