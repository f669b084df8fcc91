import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";

/** The streams of a process, as far as the command uses them. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): void };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export type Style = Parameters<typeof styleText>[0];

/**
 * Where a command writes. What people read goes to stdout, or to stderr once a program reads stdout; control
 * characters in what models and builds wrote never reach the terminal.
 */
export interface Output {
  line(text?: string): void;
  /** Trouble, to stderr. */
  warn(text: string): void;
  /** One JSON value on one line of stdout. */
  json(value: unknown): void;
  paint(style: Style, text: string): string;
  /** The stream people read, when it can be redrawn. */
  readonly screen: (Writable & { readonly columns?: number }) | undefined;
}

export function createOutput(terminal: Terminal, options: { json: boolean; color: boolean }): Output {
  const people = options.json ? terminal.stderr : terminal.stdout;
  const isTTY = people.isTTY === true;
  return {
    line: (text = "") => void people.write(`${printable(text)}\n`),
    warn: (text) => void terminal.stderr.write(`${printable(text)}\n`),
    json: (value) => void terminal.stdout.write(`${JSON.stringify(value)}\n`),
    paint: (style, text) =>
      options.color && isTTY ? styleText(style, text, { validateStream: false }) : text,
    screen: isTTY ? people : undefined,
  };
}

/** Text without control characters; line breaks, tabs and colours stay. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  return text.replace(/\x1b(?!\[[0-9;]{0,12}m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g, "");
}
