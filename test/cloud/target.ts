import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudService, SignedService } from "#local-cloud/http.ts";
import { readKeyPair } from "#local-cloud/key-file.ts";
import type { Principal } from "#local-cloud/sts/identities.ts";

type Service = CloudService | SignedService;

export interface Target {
  /** Base address of the service under test, no trailing slash. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * The service that a conformance list runs against: `CLOUD_ENDPOINT` when it is set (AWS itself, or any
 * emulator), else a fresh instance of our own on a free port.
 */
export async function target(start: (dir: string) => Promise<Service> | Service): Promise<Target> {
  const given = process.env.CLOUD_ENDPOINT;
  if (given) return { endpoint: given.replace(/\/$/, ""), close: async () => {} };
  const dir = mkdtempSync(join(tmpdir(), "gantry-cloud-"));
  const service = await start(dir);
  const server = createServer((req, res) => void service.handle(req, res, OWNER));
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

const OWN_KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

/**
 * Client settings every conformance list uses. A given endpoint is asked with the default profile of
 * `AWS_SHARED_CREDENTIALS_FILE`; where that is not set, with the key of the small cloud in this checkout.
 */
export const credentials = process.env.CLOUD_ENDPOINT
  ? readKeyPair(process.env.AWS_SHARED_CREDENTIALS_FILE ?? ".gantry/credentials")
  : OWN_KEY;
export const region = "us-east-1";

/** For a service of our own without the check of signatures before it: every caller may do everything. */
export const OWNER: Principal = { ...credentials, arn: "owner", session: false, may: () => true };
