import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from "@aws-sdk/client-ssm";
import type { LocalConfig } from "#local/config.ts";
import { isPasswordOf, passwordHash } from "#local/password-hash.ts";
import { PARAMETERS } from "#local/topology.ts";

const OWNER = "users/owner";
/** The hash of the configured password that was applied last. */
const SETTING = "owner-setting";

/** Exists while the owner's password is another than the configured one. The `gantry` command looks for it. */
const CHANGED_FILE = "password-changed";
export const passwordChangedFile = (home: string): string => join(home, CHANGED_FILE);

/**
 * Gives the owner the configured password: at the first start, and whenever the setting has changed since the last start.
 * A password that the owner has set in the web client stays otherwise.
 */
export async function putOwner(client: SSMClient, { home, password }: LocalConfig): Promise<void> {
  const [stored, setting] = await Promise.all([read(client, OWNER), read(client, SETTING)]);
  if (stored === undefined || setting === undefined || !(await isPasswordOf(setting, password))) {
    const phc = await passwordHash(password);
    await put(client, OWNER, JSON.stringify({ tenant: "local", role: "owner", phc }));
    await put(client, SETTING, phc);
  }
  const isChanged = stored !== undefined && !(await isPasswordOf(phcOf(await read(client, OWNER)), password));
  if (isChanged) writeFileSync(passwordChangedFile(home), "", { mode: 0o600 });
  else rmSync(passwordChangedFile(home), { force: true });
}

const phcOf = (secret = "{}"): string => (JSON.parse(secret) as { phc?: string }).phc ?? "";

async function read(client: SSMClient, name: string): Promise<string | undefined> {
  try {
    const command = new GetParameterCommand({ Name: `${PARAMETERS}/${name}`, WithDecryption: true });
    return (await client.send(command)).Parameter?.Value;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

async function put(client: SSMClient, name: string, Value: string): Promise<void> {
  const parameter = { Name: `${PARAMETERS}/${name}`, Value, Type: "SecureString", Overwrite: true } as const;
  await client.send(new PutParameterCommand(parameter));
}
