import { createDependencyInstaller } from "#adapters/dependencies/installer.ts";

/** A program: provides what depends on `a` from a registry, and prints the most memory it had, in KB. */
const [registry, cacheDir = "", workDir] = process.argv.slice(2);
const installer = createDependencyInstaller({
  registry,
  cacheDir,
  ...(workDir ? { workDir } : {}),
});
await installer.provide('{"dependencies":{"a":"1.0.0"}}', async () => true).catch(() => undefined);
console.log(process.resourceUsage().maxRSS);
