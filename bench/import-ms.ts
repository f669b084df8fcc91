import { execFileSync } from "node:child_process";

/** Milliseconds to import a bundle in a fresh process. Lambda's runtime has already loaded these two modules. */
export function importMs(file: string): number {
  const code = `process.getBuiltinModule("node:http"); process.getBuiltinModule("node:crypto");
const started = performance.now(); await import(${JSON.stringify(file)});
console.log(performance.now() - started);`;
  const env = { AWS_REGION: "us-east-1" };
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", code], { env }));
}
