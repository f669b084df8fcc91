import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetParameterCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { passwords } from "#adapters/passwords/passwords.ts";
import type { LocalConfig } from "#local/config.ts";
import { passwordChangedFile, putOwner } from "#local/owner.ts";
import { PARAMETERS } from "#local/topology.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";

let cloud: Target;
let client: SSMClient;
let home: string;

beforeAll(async () => {
  cloud = await target((dir) => createSsm({ dir }));
  client = clientsAt(cloud.endpoint).ssm;
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-owner-"));
});

const NAME = `${PARAMETERS}/users/owner`;
const start = (password: string) => putOwner(client, { home, password } as LocalConfig);
const isChanged = () => existsSync(passwordChangedFile(home));

async function holds(password: string): Promise<boolean> {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: NAME, WithDecryption: true }));
  return passwords.verify(JSON.parse(Parameter?.Value as string).phc, password);
}

async function set(password: string): Promise<void> {
  const Value = JSON.stringify({ tenant: "local", role: "owner", phc: await passwords.hash(password) });
  await client.send(new PutParameterCommand({ Name: NAME, Value, Type: "SecureString", Overwrite: true }));
}

describe("the owner's password on one machine", () => {
  it("is the configured one, until another is set, which a restart keeps", async () => {
    await start("configured one");
    expect([await holds("configured one"), isChanged()]).toEqual([true, false]);
    await set("a password of my own");
    await start("configured one");
    expect([await holds("a password of my own"), isChanged()]).toEqual([true, true]);
    await start("configured anew");
    expect([await holds("configured anew"), isChanged()]).toEqual([true, false]);
  });
});
