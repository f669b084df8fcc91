import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { missionApi } from "#test/cli/mission-api.ts";
import { shown } from "#test/cli/missions.ts";
import { PASSWORD, scriptedApi } from "#test/cli/scripted-api.ts";
import { MISSION, makeKey, sealedPack } from "#test/support/evidence.ts";
import { freePort } from "#test/support/free-port.ts";

const ROOT = join(import.meta.dirname, "../../..");
const run = promisify(execFile);

/**
 * A package as npm would install it, below a `node_modules`: Node refuses TypeScript there, and what the package depends
 * on is found on the way up.
 */
let folder = "";
let dist = "";
let command = "";
/** An older Node where the machine has one: the command runs on 20, the tests do not. */
const node = olderNode() ?? process.execPath;

beforeAll(async () => {
  mkdirSync(join(ROOT, "node_modules/.cache"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "node_modules/.cache/package-"));
  dist = join(folder, "node_modules/gantry/dist");
  command = join(dist, "../scripts/gantry.cjs");
  mkdirSync(dirname(command), { recursive: true });
  cpSync(join(ROOT, "scripts/gantry.cjs"), command);
  await run(process.execPath, ["bin/package.ts", dist], { cwd: ROOT });
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** Files of apps, which are data. */
const APP_FILES = /(blueprints|generate)\/.*\/files\//;

/** Templates may contain the source of other programs. */
const withoutTemplates = (source: string) => source.replace(/`[^`]*`/g, "``");

describe("the content of the package", () => {
  it("is plain JavaScript except the files of apps, with every file that is read", () => {
    const files = globSync("**/*", { cwd: dist });
    expect(files.filter((path) => /\.[cm]?ts$/.test(path) && !APP_FILES.test(path))).toEqual([]);
    for (const path of [
      "policy.yaml",
      "openapi.json",
      "statemachines/mission.asl.json",
      "web/dist/index.html",
      "lib/edge/viewer-request.js",
      "local/main.js",
      "local-cloud/github/openapi.json",
      "builder-image/main.js",
      "local/brain/blueprints/quiz/blueprint.js",
      "core/factory/generate/static/files/public/lib/dom.js",
    ])
      expect({ path, there: files.includes(path) }).toEqual({ path, there: true });
  });

  it("names only existing files", () => {
    const { imports } = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
    const missing = globSync("{core,adapters,lambdas,builder-image,local,local-cloud}/**/*.js", { cwd: dist })
      .filter((path) => !APP_FILES.test(path))
      .flatMap((path) =>
        [
          ...withoutTemplates(readFileSync(join(dist, path), "utf8")).matchAll(
            /(?:from|import)\s*\(?\s*"([#.][^"]+)"/g,
          ),
        ]
          .map(([, name]) => name as string)
          .filter(
            (name) =>
              !existsSync(name.startsWith("#") ? ofAlias(imports, name) : join(dist, dirname(path), name)),
          )
          .map((name) => `${path}: ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it("starts, replies and stops by its command", async () => {
    const home = mkdtempSync(join(tmpdir(), "gantry-package-"));
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, GANTRY_HOME: home, PORT: String(await freePort()) };
    const gantry = (...argv: string[]) => run(node, [command, ...argv], { env, cwd: tmpdir() });
    try {
      const started = await gantry("start");
      expect(started.stdout).toContain(`Gantry is ready at http://127.0.0.1:${env.PORT}`);
      expect((await gantry("start")).stdout).toMatch(/^Gantry is already running at .* \(process \d+\)\.\n$/);
      expect((await gantry("missions")).stdout).toContain("There are no missions yet.");
    } finally {
      expect((await gantry("stop")).stdout).toContain("has stopped.");
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe("the command of the package", () => {
  it(`runs on its own (on ${node === process.execPath ? "this Node: there is no older one" : "an older Node"})`, async () => {
    const api = await scriptedApi(missionApi());
    try {
      const env = { GANTRY_URL: api.url, GANTRY_PASSWORD: PASSWORD, GANTRY_HOME: folder, PATH: "" };
      const gantry = (...argv: string[]) => run(node, [command, ...argv], { env, cwd: tmpdir() });
      expect(JSON.parse((await gantry("status", MISSION, "--json")).stdout)).toEqual(shown());
      expect((await gantry("logs", MISSION, "--follow")).stdout).toContain("RUNNING → COMPLETED");
      expect((await gantry("build", "a task manager", "--yes")).stdout).toContain("Task Manager is live.");
      expect((await gantry("completion", "zsh")).stdout).toContain("#compdef gantry");
    } finally {
      await api.close();
    }
  });

  it("judges evidence as the service does, on any version of Node", async () => {
    const key = makeKey();
    const [pack, pem] = [join(folder, "pack.zip"), join(folder, "key.pem")];
    writeFileSync(pack, await sealedPack(key));
    writeFileSync(pem, key.pem);
    const argv = [command, "verify", pack, "--mission", MISSION, "--key", pem];
    const { stdout } = await run(node, argv, { env: { GANTRY_HOME: folder, PATH: "" } });
    expect(stdout).toMatch(/^VALID\n/);
  });

  it("uses nothing that Node 20 lacks", () => {
    for (const file of globSync("cli/*", { cwd: dist })) {
      const newer =
        /Promise\.(withResolvers|try)\b|\bURL\.parse\(|\b(Object|Map)\.groupBy\(|Array\.fromAsync\(|getBuiltinModule|RegExp\.escape|import\.meta/;
      expect(readFileSync(join(dist, file), "utf8")).not.toMatch(newer);
    }
  });

  it.each([...new Set([node, process.execPath])])(
    "takes at most twice as long as an empty Node process (%s)",
    async (on) => {
      const env = { ...process.env, XDG_CACHE_HOME: folder };
      const bench = ["bench/command-start.ts", command, on];
      const ratios: number[] = [];
      // Other programs empty the processor's caches, which costs the larger program more: one quiet moment is enough.
      while (ratios.length < 8 && !ratios.some((ratio) => ratio <= 2)) {
        const { stdout } = await run(process.execPath, bench, { cwd: ROOT, env });
        ratios.push(JSON.parse(stdout).ratio);
      }
      expect(Math.min(...ratios)).toBeLessThanOrEqual(2);
    },
  );
});

function ofAlias(imports: Record<string, string>, name: string): string {
  const [alias = "", ...rest] = name.split("/");
  return join(dist, (imports[`${alias}/*`] ?? "").replace("*", rest.join("/")));
}

/** A Node on the PATH that is older than the tests' own. */
function olderNode(): string | undefined {
  const found = (process.env.PATH ?? "")
    .split(":")
    .map((path) => join(path, "node"))
    .filter(existsSync);
  return found.find(
    (path) => realpathSync(path) !== realpathSync(process.execPath) && !path.includes("node_modules"),
  );
}
