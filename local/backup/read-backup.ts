import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { readTar } from "#core/archive/tar-stream.ts";
import { writeDurably } from "#local/durable/write-file.ts";
import { HOME_VERSION } from "#local/home/open-home.ts";
import { isData } from "./contents.ts";
import { MANIFEST, type Manifest, manifestSchema } from "./manifest.ts";
import { sha256Hex } from "./write-backup.ts";

const ANY = { files: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER, file_bytes: 2 ** 32 };

/**
 * Unpacks a backup into an empty folder and checks it: only data, every file as the manifest names it, none missing.
 * Throws a sentence for people when it is anything else.
 */
export async function readBackup(file: string, folder: string): Promise<Manifest> {
  const found = new Map<string, string>();
  let manifest: Manifest | undefined;
  try {
    for await (const { path, bytes } of readTar(
      pipeline(createReadStream(file), createZstdDecompress(), () => undefined),
      ANY,
    )) {
      if (manifest) throw new TypeError(`'${path}' follows the manifest`);
      if (path === MANIFEST) manifest = manifestOf(bytes);
      else if (!isData(path)) throw new TypeError(`'${path}' is not data of Gantry`);
      else {
        found.set(path, sha256Hex(bytes));
        writeDurably(join(folder, path), bytes);
      }
    }
  } catch (error) {
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

/** What a path is refused with that is too long, or that goes through a file. */
const UNUSABLE = new Set(["EEXIST", "EISDIR", "ENAMETOOLONG", "ENOTDIR"]);

/** Errors of the disk stay what they are; all others are about what is in the file. */
function asSentence(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOENT") return new Error(`${file}: there is no such file.`);
  if (error.code === "EISDIR" && error.syscall === "read") return damaged(file, "it is a folder");
  if (UNUSABLE.has(error.code ?? "")) return damaged(file, "it has a path that no file can have here");
  return error.syscall === undefined ? damaged(file, error.message) : error;
}

function damaged(file: string, reason: string): Error {
  return new Error(`${file} is not a backup that can be restored: ${reason}. Nothing was changed.`);
}
