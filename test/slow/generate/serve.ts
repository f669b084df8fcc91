import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import type { SourceFile } from "#core/kernel/files.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

interface Served {
  readonly origin: string;
  /** Serves these files from now on, as a deployment does. */
  replace(files: readonly SourceFile[]): void;
  close(): void;
}

/** Serves the public files of an app on a free port until `close` is called. */
export async function serve(files: readonly SourceFile[]): Promise<Served> {
  const contentsOf = (all: readonly SourceFile[]) => new Map(all.map(({ path, content }) => [path, content]));
  let contents = contentsOf(files);
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] === "/" ? "/index.html" : (request.url ?? "");
    const content = contents.get(`public${path}`);
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    replace(next) {
      contents = contentsOf(next);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
