import { zipSync } from "fflate";

/** A fixed time near the earliest that ZIP can store, so that the same content always gives the same bytes. */
const MTIME = "1980-01-02T00:00:00Z";

/** A ZIP archive of the files, by name and in their order. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, bytes]) => [name, [bytes, { mtime: MTIME }] as const]);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
