import { rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { packStream } from "#adapters/files/archive.ts";
import { limitDownloads } from "./downloads.ts";
import { limitFolder, sourcesOf } from "./folder.ts";
import type { Order, Report } from "./messages.ts";
import { dependencyError } from "./npm-error.ts";
import { install, resolve } from "./resolver.ts";

/**
 * The process that talks to the registry and unpacks untrusted packages. Its parent sends it an {@link Order}, enforces
 * its time and memory limits and removes its folder; limits of downloads and files are enforced here.
 */

let folder: string | undefined;
let lockfile: string | undefined;
process.once("message", (order: Order) => {
  folder = order.folder;
  flushCompileCache(); // Now, because the parent may end this process at any time.
  // The parent kills this process as soon as it has the result.
  carryOut(order).catch(report);
});
// The parent has ended, so this process must remove the folder.
process.once("disconnect", () => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit();
});

async function carryOut(order: Order): Promise<void> {
  const over = Promise.withResolvers<never>();
  limitDownloads(order, over.reject, (packages) => tell({ type: "fetching", packages }));
  void limitFolder(order, over.reject);
  await Promise.race([over.promise, work(order)]);
}

async function work(order: Order): Promise<void> {
  const asked = { name: "app", version: "0.0.0", ...order.declared };
  await writeFile(join(order.folder, "package.json"), JSON.stringify(asked));
  const resolved = await resolve(order);
  lockfile = resolved.lockfile;
  const wanted = new Promise((wake) => process.once("message", wake));
  tell({ type: "resolved", ...resolved });
  await wanted;
  await writeFile(join(order.folder, "package-lock.json"), lockfile);
  await install(order);
  await sendArchive(order);
}

async function sendArchive(order: Order): Promise<void> {
  let bytes = 0;
  await pipeline(
    packStream(await sourcesOf(order)),
    async function* (stream: AsyncIterable<Uint8Array>) {
      for await (const chunk of stream) {
        bytes += chunk.length;
        yield chunk;
      }
    },
    process.stdout,
    { end: false },
  );
  tell({ type: "packed", bytes });
}

function report(error: unknown): void {
  const { code, message, field } = dependencyError(error, lockfile);
  tell({ type: "failed", code, message, field });
}

const tell = (message: Report): void => void process.send?.(message, () => {});
