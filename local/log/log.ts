import { join } from "node:path";
import { printable, printableJson } from "#core/kernel/printable.ts";
import { describeEntry } from "./describe-entry.ts";
import { LEVELS, type Level, type LogEntry, type WriteLog } from "./entry.ts";
import { openRotatingFile } from "./rotating-file.ts";
import { takeOver } from "./take-over.ts";
import { createTerminal } from "./terminal.ts";

const MAX_BYTES = 10 * 1024 * 1024;
const FILES = 5;

/**
 * `people`: readable lines on the terminal, JSON in the file. `json`: JSON on stdout only. `none`: the file
 * only.
 */
export type Screen = "people" | "json" | "none";

interface LogOptions {
  readonly home: string;
  /** Entries below this level are dropped. With `DEBUG`, routine entries are shown as well. */
  readonly level: Level;
  readonly screen: Screen;
  /** The name of the command, for remedies that can be copied. */
  readonly program: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface Log {
  readonly write: WriteLog;
  /** Shows a text on the terminal that is not written to the log. */
  show(text: string): void;
}

export function logFile(home: string): string {
  return join(home, "logs/gantry.log");
}

/**
 * Opens the log. From now on everything that is written to stdout and stderr, mainly by functions, becomes
 * log entries. Unprintable characters are escaped.
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
      const text = `The log ${logFile(home)} cannot be written (${code}). Gantry continues without it.`;
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
