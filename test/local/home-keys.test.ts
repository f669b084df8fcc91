import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { afterEach, expect, it } from "@jest/globals";
import { homeKeys, writeGitHubToken } from "#local/home-keys.ts";

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true });
});

function home(): string {
  const made = mkdtempSync(join(tmpdir(), "gantry-keys-"));
  homes.push(made);
  return made;
}

it("the keys of a data folder are its own, created once, and readable only by its owner", () => {
  const [one, other] = [home(), home()];
  const keys = homeKeys(one);
  expect(keys.aws.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(keys.aws.secretAccessKey).toHaveLength(40);
  expect(homeKeys(one)).toEqual(keys);
  const all = [keys, homeKeys(other)].flatMap(({ aws, github, vercel, siri }) => [
    ...Object.values(aws),
    github,
    vercel,
    siri,
  ]);
  expect(new Set(all).size).toBe(10);
  expect(keys.siri).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(one, "credentials")).mode & 0o777).toBe(0o600);
});

it("the token of the local GitHub is in a file that only its owner can read", () => {
  const one = home();
  const keys = homeKeys(one);
  writeGitHubToken(one, keys);
  const file = join(one, "github-token");
  expect(readFileSync(file, "utf8")).toBe(`${keys.github}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("the keys of a data folder can be read by AWS's tools", async () => {
  const one = home();
  const { aws } = homeKeys(one);
  const read = defaultProvider({ profile: "default", filepath: join(one, "credentials") });
  expect(await read()).toMatchObject(aws);
});

it("a key file without a key is refused by its name and left unchanged", () => {
  const one = home();
  writeFileSync(join(one, "credentials"), "[default]\naws_access_key_id = AKIA\n");
  expect(() => homeKeys(one)).toThrow(`${join(one, "credentials")}: must have aws_access_key_id and`);
});

/** Waits for a moment that all share, so that no process finds what another has made long ago. */
const AT_ONCE = `
  import { existsSync, writeFileSync } from "node:fs";
  const [home, name, count] = process.argv.slice(1);
  const { readConfig } = await import("#local/config.ts");
  writeFileSync(home + ".here." + name, "");
  for (let index = 0; index < Number(count); index++) while (!existsSync(home + ".here." + index));
  const { keys, password, sessionCookie } = readConfig({ GANTRY_HOME: home });
  console.log(JSON.stringify({ keys, password, sessionCookie }));
`;

it("the keys of a data folder are the same for processes that start at once, and no other file remains", async () => {
  const dir = home();
  const count = 6;
  const own = join(dir, "home");
  const all = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      promisify(execFile)(process.execPath, [
        ...["--input-type=module", "--eval", AT_ONCE, "--"],
        ...[own, String(index), String(count)],
      ]),
    ),
  );
  expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(own).toSorted()).toEqual(["credentials", "password", "session-cookie"]);
});
