import { crc32 } from "node:zlib";
import { DamagedFile } from "./damage.ts";
import { readIfThere } from "./read-file.ts";
import { writeDurably } from "./write-file.ts";

/**
 * A small JSON document that only its owner can read (mode 0600), replaced as a whole and durably. The file is one
 * line, `{"crc32": "<8 hex digits>", "content": …}`: the checksum is of the content's JSON as it is written.
 */
export interface PrivateFile<T> {
  /** The content as it was last saved; undefined before the first time. Throws DamagedFile. */
  load(): T | undefined;
  /** On the disk when it returns. When it throws, the last content is still there. */
  save(content: T): void;
}

/** `consequence`: what is lost when the file is removed (see DamagedFile). */
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

/** Whether a file is one of these, going by how it begins. */
export function isPrivate(text: string): boolean {
  return text.startsWith('{"crc32":');
}

const LINE = /^\{"crc32":"([0-9a-f]{8})","content":(.*)\}\n$/s;

function decodePrivate(path: string, text: string, consequence: string): unknown {
  const [, stated, json = ""] = LINE.exec(text) ?? [];
  if (stated === undefined)
    throw new DamagedFile(path, text === "" ? "it is empty" : "it is cut off or was changed", consequence);
  if (stated !== checksum(json)) throw new DamagedFile(path, "its checksum is wrong", consequence);
  return JSON.parse(json);
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, "0");
