import { type Cloud, startCloud } from "#local/cloud.ts";
import { type LocalConfig, readConfig, unknownSettings } from "#local/config.ts";
import { portHolder } from "#local/port-holder.ts";
import { recordRunning } from "#local/running.ts";
import { keepPrintable } from "#local/terminal.ts";

keepPrintable(process.stdout, process.stderr);

try {
  for (const name of unknownSettings())
    console.error(`gantry: .env: unknown setting ${name}. README.md lists the settings.`);
  const config = readConfig();
  const origin = `http://127.0.0.1:${config.PORT}`;
  const other = await recordRunning(config.home, origin);
  if (other?.origin === origin) {
    console.log(`Gantry is already running at ${origin} (process ${other.pid}).`);
  } else if (other) {
    throw new Error(
      `Gantry is already running at ${other.origin} (process ${other.pid}) with the data in ${config.home}. Stop that one first, or set GANTRY_HOME to another folder`,
    );
  } else {
    announce(config, await start(config));
  }
} catch (error) {
  console.error(`gantry: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start(config: LocalConfig): Promise<Cloud> {
  const cloud = await startCloud(config, (line) => console.error(line)).catch(async (error: Error) => {
    const cause = error.cause as NodeJS.ErrnoException | undefined;
    const holder = cause?.code === "EADDRINUSE" ? await portHolder(config.PORT) : undefined;
    throw holder
      ? new Error(
          `port ${config.PORT} on 127.0.0.1 is in use by ${holder.name} (process ${holder.pid}): stop it, or choose another port with PORT=${config.PORT + 1}`,
        )
      : error;
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void cloud.close().finally(() => process.exit(0)));
  }
  return cloud;
}

function announce({ GANTRY_PASSWORD, password, home }: LocalConfig, { origin }: Cloud): void {
  console.log(`Gantry is ready at ${origin}`);
  console.log(`Password: ${GANTRY_PASSWORD ? "the one in GANTRY_PASSWORD" : password}`);
  console.log(`Data: ${home}`);
}
