import { unpackArchive } from "#adapters/files/archive.ts";
import { provider } from "#adapters/provider.ts";

const FILE_BYTES = 64 * 2 ** 20;

export const archives = provider({
  name: "archives",
  env: {},
  create: () => ({
    unpack: (bytes, limits) => unpackArchive(bytes, { ...limits, file_bytes: FILE_BYTES }),
  }),
});
