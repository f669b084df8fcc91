import { startCloud } from "#local/cloud.ts";
import { readConfig } from "#local/config.ts";
import { keepPrintable } from "#local/terminal.ts";

keepPrintable(process.stdout, process.stderr);

try {
  const config = readConfig();
  const cloud = await startCloud(config, (line) => console.error(line));
  console.log(`Gantry is ready at ${cloud.origin}`);
  console.log(`Password: ${config.GANTRY_PASSWORD ? "the one in GANTRY_PASSWORD" : config.password}`);
  console.log(`Data: ${config.home}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void cloud.close().finally(() => process.exit(0)));
  }
} catch (error) {
  console.error(`gantry: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
