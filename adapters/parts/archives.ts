import { unpackArchive } from "#adapters/archive.ts";
import { part } from "#adapters/part.ts";

const FILE_BYTES = 64 * 2 ** 20;

export const archives = part({
  name: "archives",
  env: {},
  make: () => ({
    unpack: (bytes, limits) => unpackArchive(bytes, { ...limits, file_bytes: FILE_BYTES }),
  }),
});
