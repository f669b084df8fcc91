import { crc32 } from "node:zlib";
import { DamagedFile } from "./damage.ts";
import { readIfThere } from "./read-file.ts";
import { writeDurably } from "./write-file.ts";

/**
 * A small JSON document that only its owner can read (mode 0600), replaced atomically and durably. The file
 * is one line, `{"crc32": "<8 hex digits>", "content": …}`, with the checksum of the content's JSON.
 */
export interface PrivateFile<T> {
  /** Returns the saved content, or undefined if there is none. Throws DamagedFile. */
  load(): T | undefined;
  /** The content is on the disk when it returns. If it throws, the previous content is unchanged. */
  save(content: T): void;
}

/** `consequence`: what is lost if the file is removed (see DamagedFile). */
export function privateFile<T>(path: string, consequence: string): PrivateFile<T> {
  return {
    load() {
      const text = readIfThere(path)?.toString();
      return text === undefined ? undefined : (decodePrivate(path, text, consequence) as T);
    },
    save: (content) => writeDurably(path, encodePrivate(content)),
  };
}

export function encodePrivate(content: unknown): string {
  const json = JSON.stringify(content);
  return `{"crc32":"${checksum(json)}","content":${json}}\n`;
}

/** Whether a file has this format, based on its first bytes. */
export function isPrivate(text: string): boolean {
  return text.startsWith('{"crc32":');
}

const LINE = /^\{"crc32":"([0-9a-f]{8})","content":(.*)\}\n$/s;

function decodePrivate(path: string, text: string, consequence: string): unknown {
  const [, stated, json = ""] = LINE.exec(text) ?? [];
  if (stated === undefined)
    throw new DamagedFile(path, text === "" ? "it is empty" : "it is truncated or was changed", consequence);
  if (stated !== checksum(json)) throw new DamagedFile(path, "its checksum is wrong", consequence);
  return JSON.parse(json);
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, "0");
