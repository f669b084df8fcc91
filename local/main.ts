import { existsSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { printable } from "#core/kernel/printable.ts";
import { atWork } from "#local/backup/hold-home.ts";
import { type Cloud, startCloud } from "#local/cloud.ts";
import { type LocalConfig, readConfig, unknownSettings } from "#local/config.ts";
import { type Log, logFile, openLog, type Screen } from "#local/log/log.ts";
import { watchMachine } from "#local/machine-watch.ts";
import { passwordChangedFile } from "#local/owner.ts";
import { portHolder } from "#local/port-holder.ts";
import { PROGRAM } from "#local/program.ts";
import { recordRunning } from "#local/running.ts";
import { noSpace } from "#local-cloud/durable/space.ts";

try {
  const screen = readScreen();
  const config = readConfig();
  const origin = `http://127.0.0.1:${config.PORT}`;
  const { other } = await recordRunning(config.home, { origin });
  if (other?.task) {
    throw new Error(atWork(config.home, other));
  } else if (other?.origin === origin) {
    console.log(`Gantry is already running at ${origin} (process ${other.pid}).`);
  } else if (other) {
    throw new Error(
      `Gantry is already running at ${other.origin} (process ${other.pid}) with the data in ${config.home}. Stop that one first, or set GANTRY_HOME to another folder`,
    );
  } else {
    const log = openLogOf(config, screen);
    warn(log);
    const [cloud] = await Promise.all([start(config, log), watchMachine(config, log.write)]);
    announce(config, cloud, log);
  }
} catch (error) {
  writeSync(2, printable(`gantry: ${sentenceOf(error)}\n`));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === "ENOSPC") return noSpace("the data folder", error).message;
  // The services' messages mention backups, but not the command that restores one.
  const sentence = error instanceof Error ? error.message : String(error);
  return sentence.replace(
    "Restore the data folder from a backup,",
    "Restore the data folder from a backup (gantry restore),",
  );
}

/** `--json` writes the log to stdout instead of readable lines; `--quiet` writes only the file. */
function readScreen(): Screen {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, quiet: { type: "boolean" } } });
  if (values.json) return "json";
  return values.quiet ? "none" : "people";
}

function openLogOf({ home, LOG_LEVEL }: LocalConfig, screen: Screen): Log {
  const { stdout, stderr } = process;
  return openLog({ home, level: LOG_LEVEL, screen, program: PROGRAM, stdout, stderr });
}

/** Warns of problems that are better known before the first mission. */
function warn(log: Log): void {
  for (const name of unknownSettings())
    log.write("WARN", `.env: unknown setting ${name}. README.md lists the settings.`);
}

async function start(config: LocalConfig, log: Log): Promise<Cloud> {
  const cloud = await startCloud(config, log.write).catch(async (error: Error) => {
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

/** Shows the result of the start. The password is shown but never logged. */
function announce(
  { GANTRY_PASSWORD, GANTRY_PUBLIC_URL, password, home }: LocalConfig,
  { origin }: Cloud,
  log: Log,
): void {
  log.write("INFO", "ready", { origin, home, pid: process.pid });
  const elsewhere = GANTRY_PUBLIC_URL ? `\nFor other devices: ${GANTRY_PUBLIC_URL.origin}` : "";
  log.show(`
Gantry is ready at ${origin}${elsewhere}
Password: ${passwordIn({ GANTRY_PASSWORD, password, home })}
Data: ${home}
Log: ${logFile(home)}
`);
}

function passwordIn({
  GANTRY_PASSWORD,
  password,
  home,
}: Pick<LocalConfig, "GANTRY_PASSWORD" | "password" | "home">) {
  if (existsSync(passwordChangedFile(home))) return "the one that was set in the settings";
  return GANTRY_PASSWORD ? "the one in GANTRY_PASSWORD" : password;
}
