import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { type BucketFiles, createBucketFiles } from "#adapters/s3/files.ts";
import { CLIENT_FOLDER, siteCacheControl, siteType } from "#core/web/site.ts";
import { customResource } from "#lambdas/runtime/custom-resource.ts";

/** `Digest` changes with the files and with this code, so that CloudFormation updates the resource. */
const properties = z.object({ Bucket: z.string().min(1), Digest: z.string() });

/** Synchronises a bucket with a folder: writes all files, removes objects without a file. */
export function webFiles(folder: string, files: BucketFiles) {
  return customResource({
    properties,
    physicalId: "web-files",
    async put({ Bucket }) {
      const keys = await keysOf(folder);
      for (const key of keys) {
        const bytes = await readFile(join(folder, key));
        await files.put(Bucket, key, { bytes, type: siteType(key), cacheControl: siteCacheControl(key) });
      }
      await removeAllBut(keys, Bucket);
    },
    remove: ({ Bucket }) => removeAllBut([], Bucket),
  });

  async function removeAllBut(kept: readonly string[], bucket: string): Promise<void> {
    const gone = (await files.list(bucket)).filter((key) => !kept.includes(key));
    for (const key of gone) await files.remove(bucket, key);
  }
}

/** The relative paths of the folder's files, with slashes. HTML files come last, because they refer to the others. */
async function keysOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const keys = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const isPage = (key: string) => Number(key.endsWith(".html"));
  return keys.sort((a, b) => isPage(a) - isPage(b) || (a < b ? -1 : 1));
}

/** Custom resource of the web stack. The static client is bundled with this function. */
export const handler = webFiles(join(import.meta.dirname, CLIENT_FOLDER), createBucketFiles());
