import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { writeDurably } from "#local-cloud/durable/write-file.ts";

type ObjectType = "blob" | "tree" | "commit";

interface GitObject {
  readonly type: ObjectType;
  readonly data: Buffer;
}

/**
 * Loose objects of one repository, in git's own format (gitformat-loose(5)), so that git itself can read
 * them.
 */
export interface ObjectStore {
  /** Stores an object and returns its id. Idempotent. */
  write(type: ObjectType, data: Uint8Array): string;
  read(id: string): GitObject | undefined;
}

export function openObjects(dir: string): ObjectStore {
  const fileOf = (id: string) => join(dir, id.slice(0, 2), id.slice(2));
  return {
    write(type, data) {
      const bytes = Buffer.concat([Buffer.from(`${type} ${data.length}\0`), data]);
      const id = createHash("sha1").update(bytes).digest("hex");
      const file = fileOf(id);
      if (!existsSync(file)) writeDurably(file, deflateSync(bytes, { level: 1 }));
      return id;
    },
    read(id) {
      if (!isObjectId(id) || !existsSync(fileOf(id))) return undefined;
      const bytes = inflateSync(readFileSync(fileOf(id)));
      const end = bytes.indexOf(0);
      const [type] = bytes.toString("latin1", 0, end).split(" ");
      return { type: type as ObjectType, data: bytes.subarray(end + 1) };
    },
  };
}

const isObjectId = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);
