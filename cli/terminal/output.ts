import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import { printableJson } from "#core/kernel/printable.ts";
import { webAddress } from "./hyperlinks.ts";
import { SafeText } from "./safe-text.ts";

/** The streams of a process, as far as the command uses them. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): void };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export type Style = Parameters<typeof styleText>[0];

/**
 * Where a command writes. What people read goes to stdout, or to stderr once a program reads stdout. Texts are made
 * printable; only SafeText has styles.
 */
export interface Output {
  line(text?: string | SafeText): void;
  /** An error, to stderr. */
  warn(text: string | SafeText): void;
  /** One JSON value on one line of stdout. */
  json(value: unknown): void;
  paint(style: Style, text: string | SafeText): SafeText;
  /** An address that can be clicked where the terminal knows how. Anything but http and https stays text. */
  link(address: string): SafeText;
  /** The stream people read, when it can be redrawn. */
  readonly screen: (Writable & { readonly columns?: number }) | undefined;
}

export function createOutput(
  terminal: Terminal,
  options: { json: boolean; color: boolean; hyperlinks: boolean },
): Output {
  const people = options.json ? terminal.stderr : terminal.stdout;
  const isTTY = people.isTTY === true;
  return {
    line: (text = "") => void people.write(`${SafeText.of(text).styled}\n`),
    warn: (text) => void terminal.stderr.write(`${SafeText.of(text).styled}\n`),
    json: (value) => void terminal.stdout.write(`${printableJson(value)}\n`),
    paint(style, text) {
      const shown = SafeText.of(text);
      if (!options.color || !isTTY) return shown;
      const [before = "", after = ""] = styleText(style, "\0", { validateStream: false }).split("\0");
      return shown.wrap(before, after);
    },
    link(address) {
      const url = webAddress(address);
      const shown = SafeText.of(url ?? address);
      return url && options.hyperlinks && isTTY
        ? shown.wrap(`\x1b]8;;${url}\x1b\\`, "\x1b]8;;\x1b\\")
        : shown;
    },
    screen: isTTY ? people : undefined,
  };
}
