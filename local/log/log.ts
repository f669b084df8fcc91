import { join } from "node:path";
import { printable, printableJson } from "#core/kernel/printable.ts";
import { describeEntry } from "./describe-entry.ts";
import { LEVELS, type Level, type LogEntry, type WriteLog } from "./entry.ts";
import { openRotatingFile } from "./rotating-file.ts";
import { takeOver } from "./take-over.ts";
import { createTerminal } from "./terminal.ts";

const MAX_BYTES = 10 * 1024 * 1024;
const FILES = 5;

/** `people`: lines for them on the terminal, JSON in the file. `json`: JSON on stdout alone. `none`: the file alone. */
export type Screen = "people" | "json" | "none";

interface LogOptions {
  readonly home: string;
  /** Entries below it are dropped. With `DEBUG` people see routine entries as well. */
  readonly level: Level;
  readonly screen: Screen;
  /** What the command is called, for hints that can be copied. */
  readonly program: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface Log {
  readonly write: WriteLog;
  /** Shows people a text that is not an entry of the log and goes to no file. */
  show(text: string): void;
}

export function logFile(home: string): string {
  return join(home, "logs/gantry.log");
}

/**
 * Opens the log. From now on what is written to both streams, by the functions above all, is entries of it. All that
 * is shown or kept has been made printable.
 */
export function openLog({ home, level, screen, program, stdout, stderr }: LogOptions): Log {
  const print = takeOver(stdout, "INFO", add);
  const complain = takeOver(stderr, "WARN", add);
  const terminal = createTerminal({ stdout, stderr, print, complain });
  const file = openRotatingFile(logFile(home), {
    maxBytes: MAX_BYTES,
    keep: FILES,
    onFault({ code }) {
      if (screen !== "people") return;
      const text = `The log ${logFile(home)} cannot be written (${code}). Gantry runs on without it.`;
      terminal({ tone: "warn", mission: "", text }, new Date().toISOString());
    },
  });
  return {
    write: (level, message, fields) =>
      add({ level, timestamp: new Date().toISOString(), message, ...fields }),
    show(text) {
      if (screen === "people") print(printable(`${text}\n`));
    },
  };

  function add(entry: LogEntry): void {
    if (LEVELS.indexOf(entry.level) < LEVELS.indexOf(level)) return;
    if (screen === "json") print(`${printableJson(entry)}\n`);
    else file.write(printableJson(entry));
    if (screen !== "people") return;
    const line = describeEntry(entry, program);
    if (line.tone !== "routine" || level === "DEBUG") terminal(line, entry.timestamp);
  }
}
