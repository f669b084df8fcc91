import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createZstdDecompress } from "node:zlib";
import { readEntries } from "#core/kernel/archive/tar-stream.ts";
import { HOME_VERSION } from "#local/home/open-home.ts";
import { roomIn } from "#local-cloud/durable/space.ts";
import { writeNewFile } from "#local-cloud/durable/write-file.ts";
import { isData } from "./contents.ts";
import { MANIFEST, type Manifest, manifestSchema } from "./manifest.ts";
import { hashed } from "./write-backup.ts";

const ANY = {
  files: Number.MAX_SAFE_INTEGER,
  bytes: Number.MAX_SAFE_INTEGER,
  file_bytes: Number.MAX_SAFE_INTEGER,
};
/** Maximum size of the manifest, which is read into memory: about 150 bytes for each file. */
const MANIFEST_BYTES = 256 * 1024 * 1024;

/**
 * Unpacks a backup into an empty folder and checks it: it must contain only data, and exactly the files of
 * its manifest. Throws an error with a message for people if it is invalid, or, before it is written, if it
 * does not fit on the disk.
 */
export async function readBackup(file: string, folder: string, room = roomIn(folder)): Promise<Manifest> {
  const found = new Map<string, string>();
  let { bytes, files } = room;
  let manifest: Manifest | undefined;
  try {
    for await (const { path, size, content } of readEntries(
      pipeline(createReadStream(file), createZstdDecompress(), () => undefined),
      ANY,
    )) {
      if (manifest) throw new TypeError(`'${path}' follows the manifest`);
      if (path === MANIFEST) {
        if (size > MANIFEST_BYTES) throw new TypeError("its manifest cannot be read");
        manifest = manifestOf(await buffer(content));
        continue;
      }
      if (!isData(path)) throw new TypeError(`'${path}' is not data of Gantry`);
      bytes -= size;
      files -= 1;
      if (bytes < 0 || files < 0) throw noRoom(file, folder);
      const hash = createHash("sha256");
      await writeNewFile(join(folder, path), hashed(content, hash));
      found.set(path, hash.digest("hex"));
    }
  } catch (error) {
    if (error instanceof NoRoom) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw noRoom(file, folder);
    throw asSentence(file, error as NodeJS.ErrnoException);
  }
  if (!manifest) throw damaged(file, "it has no manifest");
  compare(file, manifest, found);
  if (manifest.home_version > HOME_VERSION)
    throw new Error(
      `${file} is of a newer version of Gantry (${manifest.gantry}, format ${manifest.home_version}; this one reads ${HOME_VERSION} and below). Restore it with that version.`,
    );
  return manifest;
}

function manifestOf(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new TypeError("its manifest cannot be read");
  }
}

function compare(file: string, { files }: Manifest, found: ReadonlyMap<string, string>): void {
  const stated = new Map(Object.entries(files));
  for (const [path, { sha256 }] of stated) {
    if (!found.has(path)) throw damaged(file, `'${path}' is missing`);
    if (found.get(path) !== sha256) throw damaged(file, `'${path}' is not as it was backed up`);
  }
  for (const path of found.keys())
    if (!stated.has(path)) throw damaged(file, `'${path}' is not in its manifest`);
}

/** Errors for a path that is too long, or that leads through a file. */
const UNUSABLE = new Set(["EEXIST", "EISDIR", "ENAMETOOLONG", "ENOTDIR"]);

/** Keeps errors of the disk; describes all others as faults of the file. */
function asSentence(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOENT") return new Error(`${file}: there is no such file.`);
  if (error.code === "EISDIR" && error.syscall === "read") return damaged(file, "it is a folder");
  if (UNUSABLE.has(error.code ?? ""))
    return damaged(file, "it contains a path that is not possible on this system");
  return error.syscall === undefined ? damaged(file, error.message) : error;
}

class NoRoom extends Error {}

function noRoom(file: string, folder: string): Error {
  return new NoRoom(
    `The data in ${file} does not fit on the disk that holds ${dirname(folder)}. Nothing was changed.`,
  );
}

function damaged(file: string, reason: string): Error {
  return new Error(`${file} is not a backup that can be restored: ${reason}. Nothing was changed.`);
}
