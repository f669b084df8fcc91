import { literal, print } from "#core/factory/generate/print/print.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

const FOLDER = "public/";

/**
 * The script by which a device keeps the public files of an app. It differs when one of them does, which is how a browser
 * notices a new version.
 */
export function serviceWorkerSource(database: string, files: readonly SourceFile[]): string {
  const kept = files.filter(({ path }) => path.startsWith(FOLDER)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const version = sha256Hex(JSON.stringify(kept.map(({ path, content }) => [path, content]))).slice(0, 16);
  const addresses = kept.map(({ path }) => (path === "public/index.html" ? "./" : path.slice(FOLDER.length)));
  return [
    "/** What a device keeps of the app, and the version of it. */\n",
    `self.kept = ${print({ prefix: `${database}@`, version, files: addresses }, 0)};\n`,
    `importScripts(${literal("lib/service-worker.js")});\n`,
  ].join("");
}
