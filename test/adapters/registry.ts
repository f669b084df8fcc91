import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { encodeHeader, padding } from "#core/archive/tar.ts";

export interface FakePackage {
  readonly name: string;
  readonly version: string;
  readonly manifest?: Record<string, unknown>;
  readonly files?: Record<string, string>;
  /** Where the registry claims the tarball is; its own address by default. */
  readonly tarball?: string;
}

export interface FakeRegistry {
  readonly url: string;
  readonly requests: string[];
  /** Answer everything with this status. */
  fail(status: number): void;
  /** Never answer. */
  hang(): void;
  close(): Promise<void>;
}

/** A registry of a few packages on loopback: packuments and tarballs, nothing else. */
export async function startRegistry(packages: readonly FakePackage[]): Promise<FakeRegistry> {
  const requests: string[] = [];
  let status = 200;
  let hanging = false;
  let url = "";
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (hanging) return;
    if (status !== 200) return response.writeHead(status).end("{}");
    const path = decodeURIComponent((request.url ?? "").slice(1));
    const tarball = packages.find((entry) => path === `${entry.name}/-/${entry.version}.tgz`);
    if (tarball) return response.end(pack(tarball));
    const versions = packages.filter((entry) => entry.name === path);
    if (versions.length === 0) return response.writeHead(404).end("{}");
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify(packument(url, versions)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    fail(next) {
      status = next;
    },
    hang() {
      hanging = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function packument(url: string, versions: readonly FakePackage[]) {
  const entries = versions.map((entry) => [
    entry.version,
    {
      name: entry.name,
      version: entry.version,
      ...entry.manifest,
      dist: {
        tarball: entry.tarball ?? `${url}/${entry.name}/-/${entry.version}.tgz`,
        integrity: `sha512-${createHash("sha512").update(pack(entry)).digest("base64")}`,
      },
    },
  ]);
  return {
    name: versions[0]?.name,
    "dist-tags": { latest: versions.at(-1)?.version },
    versions: Object.fromEntries(entries),
  };
}

function pack({ name, version, manifest, files = {} }: FakePackage): Buffer {
  const all = { "package.json": JSON.stringify({ name, version, ...manifest }), ...files };
  const blocks = Object.entries(all).flatMap(([path, text]) => {
    const bytes = Buffer.from(text);
    return [
      ...encodeHeader({ path: `package/${path}`, size: bytes.length, executable: false }),
      bytes,
      new Uint8Array(padding(bytes.length)),
    ];
  });
  return gzipSync(Buffer.concat([...blocks, new Uint8Array(1024)]));
}
