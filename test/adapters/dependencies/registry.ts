import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { encodeHeader, padding } from "#core/kernel/archive/tar.ts";

export interface FakePackage {
  readonly name: string;
  readonly version: string;
  readonly manifest?: Record<string, unknown>;
  readonly files?: Record<string, string>;
  /** Symbolic links by path. */
  readonly links?: Record<string, string>;
  /** Where the registry claims the tarball is; its own address by default. */
  readonly tarball?: string;
  /** The digest the registry claims; the true one by default. */
  readonly integrity?: string;
  /** Takes the place of its description, or of its tarball. */
  readonly sendPackument?: (response: ServerResponse) => void;
  readonly sendTarball?: (response: ServerResponse) => void;
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
    if (tarball)
      return tarball.sendTarball ? tarball.sendTarball(response) : response.end(tarballOf(tarball));
    const versions = packages.filter((entry) => entry.name === path);
    if (versions.length === 0) return response.writeHead(404).end("{}");
    response.setHeader("content-type", "application/json");
    if (versions[0]?.sendPackument) return versions[0].sendPackument(response);
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
        integrity:
          entry.integrity ?? `sha512-${createHash("sha512").update(tarballOf(entry)).digest("base64")}`,
      },
    },
  ]);
  return {
    name: versions[0]?.name,
    "dist-tags": { latest: versions.at(-1)?.version },
    versions: Object.fromEntries(entries),
  };
}

export function tarballOf({ name, version, manifest, files = {}, links = {} }: FakePackage): Buffer {
  const all = { "package.json": JSON.stringify({ name, version, ...manifest }), ...files };
  const blocks = Object.entries(all).flatMap(([path, text]) => {
    const bytes = Buffer.from(text);
    return [
      ...encodeHeader({ path: `package/${path}`, size: bytes.length, executable: false }),
      bytes,
      new Uint8Array(padding(bytes.length)),
    ];
  });
  for (const [path, target] of Object.entries(links)) blocks.push(linkHeader(`package/${path}`, target));
  return gzipSync(Buffer.concat([...blocks, new Uint8Array(1024)]));
}

/** The header of a file, made that of a link: type 2 with its target, and a checksum that fits. */
function linkHeader(path: string, target: string): Uint8Array {
  const [block] = encodeHeader({ path, size: 0, executable: false });
  const header = Buffer.from(block as Uint8Array);
  header.write("2", 156, "latin1");
  header.write(target, 157, "latin1");
  header.write("        ", 148, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}
