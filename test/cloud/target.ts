import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudService } from "#local/http.ts";

export interface Target {
  /** Base address of the service under test, no trailing slash. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * The service that a conformance list runs against: `CLOUD_ENDPOINT` when it is set (AWS itself, or any
 * emulator), else a fresh instance of our own on a free port.
 */
export async function target(start: (dir: string) => Promise<CloudService> | CloudService): Promise<Target> {
  const given = process.env.CLOUD_ENDPOINT;
  if (given) return { endpoint: given.replace(/\/$/, ""), close: async () => {} };
  const dir = mkdtempSync(join(tmpdir(), "gantry-cloud-"));
  const service = await start(dir);
  const server = createServer((req, res) => void service.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Whether what a part of a list needs is there: always in our own instance, at a given endpoint only when
 * `variable` names it. What is left out is said.
 */
export function has(variable: string, part: string): boolean {
  if (!process.env.CLOUD_ENDPOINT || process.env[variable]) return true;
  // Jest keeps the console of a list that is left out as a whole to itself.
  process.stderr.write(`left out without ${variable}: ${part}\n`);
  return false;
}

/** Client settings every conformance list uses. */
export const credentials = { accessKeyId: "gantry", secretAccessKey: "gantry-local-secret" };
export const region = "us-east-1";
