import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { afterEach, expect, it } from "@jest/globals";
import { homeKeys } from "#local/home-keys.ts";

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true });
});

function home(): string {
  const made = mkdtempSync(join(tmpdir(), "gantry-keys-"));
  homes.push(made);
  return made;
}

it("makes keys of its own for each home, once, and for its owner's eyes only", () => {
  const [one, other] = [home(), home()];
  const keys = homeKeys(one);
  expect(keys.aws.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(keys.aws.secretAccessKey).toHaveLength(40);
  expect(homeKeys(one)).toEqual(keys);
  const all = [keys, homeKeys(other)].flatMap(({ aws, github, vercel }) => [
    ...Object.values(aws),
    github,
    vercel,
  ]);
  expect(new Set(all).size).toBe(8);
  expect(statSync(join(one, "credentials")).mode & 0o777).toBe(0o600);
});

it("keeps them as AWS's tools read them", async () => {
  const one = home();
  const { aws } = homeKeys(one);
  const read = defaultProvider({ profile: "default", filepath: join(one, "credentials") });
  expect(await read()).toMatchObject(aws);
});

it("refuses a file without a key by its name, and leaves it as it is", () => {
  const one = home();
  writeFileSync(join(one, "credentials"), "[default]\naws_access_key_id = AKIA\n");
  expect(() => homeKeys(one)).toThrow(`${join(one, "credentials")}: must have aws_access_key_id and`);
});
