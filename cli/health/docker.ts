import type { Check } from "#core/operations/check.ts";
import { firstLine } from "./program.ts";

export async function checkDocker(): Promise<Check> {
  const version = await firstLine("docker", ["version", "--format", "{{.Server.Version}}"]);
  return {
    name: "docker",
    state: "ok",
    detail: version ?? "not running; it is needed only to deploy to AWS",
  };
}
