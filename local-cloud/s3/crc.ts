import { crc32 } from "node:zlib";

/** An incremental checksum; `digest` returns the bytes in network order. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

/** CRC-32 (ISO HDLC), as zlib computes it. */
export function createCrc32(): Hasher {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = crc32(bytes, crc);
    },
    digest: () => uint32(crc),
  };
}

/** CRC-32C (Castagnoli). Check value of "123456789": e3069283. */
export function createCrc32c(): Hasher {
  let crc = 0xffffffff;
  return {
    update: (bytes) => {
      let value = crc;
      for (const byte of bytes) value = (CASTAGNOLI[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
      crc = value;
    },
    digest: () => uint32((crc ^ 0xffffffff) >>> 0),
  };
}

/**
 * CRC-64/NVME, in two halves because a number has only 53 bits. Check value of "123456789": ae8b14860a799888.
 */
export function createCrc64Nvme(): Hasher {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update: (bytes) => {
      let h = high;
      let l = low;
      for (const byte of bytes) {
        const index = (l ^ byte) & 0xff;
        l = (NVME_LOW[index] ?? 0) ^ ((l >>> 8) | (h << 24));
        h = (NVME_HIGH[index] ?? 0) ^ (h >>> 8);
      }
      high = h;
      low = l;
    },
    digest: () => Buffer.concat([uint32((high ^ 0xffffffff) >>> 0), uint32((low ^ 0xffffffff) >>> 0)]),
  };
}

const CASTAGNOLI = Uint32Array.from({ length: 256 }, (_, index) => Number(remainder(index, 0x82f63b78n)));
const NVME = Array.from({ length: 256 }, (_, index) => remainder(index, 0x9a6c9329ac4bc9b5n));
const NVME_LOW = Uint32Array.from(NVME, (value) => Number(value & 0xffffffffn));
const NVME_HIGH = Uint32Array.from(NVME, (value) => Number(value >> 32n));

function remainder(index: number, polynomial: bigint): bigint {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
  return value;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
