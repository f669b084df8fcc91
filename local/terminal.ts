import { printable } from "#core/printable.ts";

/** What may be written to, as far as this file is concerned. */
interface Writes {
  write(chunk: string | Uint8Array, ...rest: never[]): boolean;
}

/**
 * Makes every text that is written to these streams printable: logs repeat what apps, models and builders wrote. The
 * console writes whole texts, so no sequence is divided between two writes.
 */
export function keepPrintable(...streams: readonly Writes[]): void {
  for (const stream of streams) {
    const write = stream.write.bind(stream);
    stream.write = (chunk, ...rest) => write(printable(textOf(chunk)), ...rest);
  }
}

function textOf(chunk: string | Uint8Array): string {
  return typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
}
