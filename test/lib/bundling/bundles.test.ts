import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadLibrary } from "#adapters/files/library.ts";
import { loadPolicy } from "#adapters/files/policy.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { CLIENT_FOLDER, PACKAGE_FILES } from "#core/web/site.ts";
import { DOCUMENTATION_FOLDER, LIBRARY_FOLDER, LIBRARY_SOURCE } from "#deployment/function-row.ts";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { BUNDLED, PROGRAMS } from "#deployment/programs.ts";
import { buildPrograms } from "#lib/bundling/build.ts";
import { type Bundles, buildFunctions, type Programs, writeFunctions } from "#lib/bundling/bundles.ts";
import { credentials } from "#lib/bundling/credentials.ts";
import { startRegistry } from "#test/adapters/dependencies/registry.ts";
import { POLICY } from "#test/support/memory-world.ts";

const NAMES = Object.keys(FUNCTIONS) as FunctionName[];
const root = process.cwd();
let out: string;
let programs: Programs;
let bundles: Bundles;

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "gantry-bundles-"));
  programs = await buildFunctions(root);
  bundles = await writeFunctions(programs, root, out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("the bundle of a function", () => {
  it("stays below the size that the catalogue allows", () => {
    const sizes = Object.entries(BUNDLED).map(([name, { maxKb }]) => ({
      name,
      kb: programs[name as keyof Programs].code.length / 1024,
      maxKb,
    }));
    expect(sizes.filter(({ kb, maxKb }) => kb > maxKb)).toEqual([]);
  });

  it("is one file, with the files that it reads, its programs or the browser beside it", () => {
    for (const name of NAMES) {
      const started = Object.entries(PROGRAMS).flatMap(([program, row]) =>
        row.of === name ? [`${program}.mjs`] : [],
      );
      const beside = [...FUNCTIONS[name].files, ...started, ...(name === "verify" ? ["node_modules"] : [])];
      // The documentation is the README and the folder beside it.
      if (beside.includes(DOCUMENTATION_FOLDER)) beside.push("README.md");
      const named = beside.map((path) => (path === "policy.yaml" ? "policy.json" : basename(path)));
      const expected = ["index.mjs", ...named].sort();
      expect({ name, files: readdirSync(bundles[name]).sort() }).toEqual({ name, files: expected });
    }
  });

  it("has the client beside it, including its files from packages", () => {
    const client = join(bundles["web-files"], CLIENT_FOLDER);
    for (const [path, packaged] of PACKAGE_FILES)
      expect(readFileSync(join(client, path)).equals(readFileSync(join("node_modules", packaged)))).toBe(
        true,
      );
    expect(readFileSync(join(client, "docs.html"), "utf8")).toContain('"/vendor/swagger-ui/swagger-ui.css"');
  });

  it("has the policy beside it exactly where the function reads it", () => {
    const reading = NAMES.filter((name) => "adapters/providers/policy.ts" in programs[name].inputs);
    expect(reading).toEqual(["api", "api-stream", "consultant", "sweep"]);
    expect(NAMES.filter((name) => readdirSync(bundles[name]).includes("policy.json"))).toEqual(reading);
    for (const name of reading) expect(loadPolicy(join(bundles[name], "policy.json"))).toEqual(POLICY);
  });

  it("has the library of generated apps beside it exactly where the function reads it", async () => {
    const reading = NAMES.filter((name) => "adapters/providers/library.ts" in programs[name].inputs);
    expect(reading).toEqual(["api", "api-stream", "consultant", "architect"]);
    const part = await buildPrograms(root, { library: "adapters/providers/library.ts" });
    const program = join(out, "library.mjs");
    writeFileSync(program, part.library.code);
    for (const name of reading) {
      const code = `
        const { library } = await import(${JSON.stringify(program)});
        const files = await library.create({ APP_LIBRARY: ${JSON.stringify(join(bundles[name], LIBRARY_FOLDER))} }, {}, {})();
        console.log(JSON.stringify([...files]));`;
      const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
        encoding: "utf8",
      });
      expect(new Map(JSON.parse(printed))).toEqual(await loadLibrary(join(root, LIBRARY_SOURCE)));
    }
  });

  it("contains no YAML parser, no API description and no machine's definition", () => {
    const carried = Object.values(programs).flatMap(({ inputs }) => Object.keys(inputs));
    const needless =
      /^node_modules\/(yaml|zod-openapi)\/|^lambdas\/api\/openapi\/|^core\/web\/replies\/(?!parts)|^statemachines\//;
    expect(carried.filter((path) => needless.test(path))).toEqual([]);
  });

  it("contains of the key and parameter services only the errors that the product tells apart", () => {
    const api = new TextDecoder().decode(programs.api.code);
    expect(api).toContain("ParameterNotFound");
    for (const name of ["AssociationLimitExceeded", "KMSInvalidMacException"])
      expect(api).not.toContain(name);
  });

  it("names the workflow by the digest of the sources", () => {
    expect(text(programs.api.code)).toContain(FACTORY_MISSION.sha256);
  });

  it("has its source map in another place and does not refer to it", () => {
    expect(readdirSync(join(out, "maps")).sort()).toEqual(
      Object.keys(programs)
        .map((name) => `${name}.mjs.map`)
        .sort(),
    );
    const { sources } = JSON.parse(readFileSync(join(out, "maps/admit.mjs.map"), "utf8"));
    expect(sources).toContain("../lambdas/steps/admit.ts");
    for (const { code } of Object.values(programs)) expect(text(code)).not.toContain("sourceMappingURL");
  });

  it("has the same bytes wherever the sources are", async () => {
    const elsewhere = join(out, "elsewhere");
    mkdirSync(elsewhere);
    for (const part of ["core", "adapters", "lambdas", "package.json"])
      cpSync(join(root, part), join(elsewhere, part), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(elsewhere, "node_modules"));
    const here = await buildPrograms(root, { authorizer: FUNCTIONS.authorizer.entry });
    const there = await buildPrograms(elsewhere, { authorizer: FUNCTIONS.authorizer.entry });
    expect(text(there.authorizer.code) === text(here.authorizer.code)).toBe(true);
    expect(text(there.authorizer.map) === text(here.authorizer.map)).toBe(true);
  });

  it("imports no module of Node statically, which would load unused code", () => {
    for (const { code } of Object.values(programs)) expect(text(code)).not.toMatch(/\bfrom"node:/);
  });

  it("contains the environment as the only source of credentials, and one language of zod", () => {
    const carried = Object.values(programs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(
      carried.filter((path) => /credential-provider-(ini|sso|imds)\/|nested-clients\/dist/.test(path)),
    ).toEqual([]);
    expect([...new Set(carried.filter((path) => path.includes("zod/v4/locales/")))]).toEqual([
      "node_modules/zod/v4/locales/en.js",
    ]);
  });

  it("of the browser fits into Lambda, with the complete browser", () => {
    const modules = join(bundles.verify, "node_modules");
    expect(readdirSync(join(modules, "@sparticuz/chromium/bin")).sort()).toEqual([
      "al2023.tar.br",
      "chromium.br",
      "fonts.tar.br",
      "swiftshader.tar.br",
    ]);
    const kilobytes = Number(
      execFileSync("du", ["-sk", bundles.verify], { encoding: "utf8" }).split("\t")[0],
    );
    expect(kilobytes).toBeLessThan(100 * 1024); // Lambda takes 250 MB.
  });
});

describe("the program that installs dependencies", () => {
  it("runs as a bundle beside its function", async () => {
    const a = { name: "a", version: "1.0.0", files: { "index.js": "1" } };
    const registry = await startRegistry([a]);
    const folder = join(out, "beside-install");
    cpSync(bundles.install, folder, { recursive: true });
    const code = `
      const { dependencies } = await import(${JSON.stringify(join(folder, "dependencies.mjs"))});
      const installer = dependencies.create(
        { NPM_REGISTRY: process.env.REGISTRY, WORK_DIR: process.env.WORK_DIR, BUILDER_PLATFORM: { os: "linux", cpu: "x64", abi: "137" } }, {});
      const layer = await installer.provide('{"dependencies":{"a":"1.0.0"}}', async () => false);
      console.log(layer.archive.length, layer.lockfile.includes("a-1.0.0") || layer.lockfile.includes("/a/-/1.0.0.tgz"));`;
    const part = await buildPrograms(root, { dependencies: "adapters/providers/dependencies.ts" });
    writeFileSync(join(folder, "dependencies.mjs"), part.dependencies.code);
    const env = { REGISTRY: registry.url, WORK_DIR: join(out, "work") };
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
      env,
    });
    await registry.close();
    expect(stdout).toMatch(/^[1-9]\d+ true\n$/);
  });
});

describe("a bundled function", () => {
  let said: Record<string, unknown>;
  beforeAll(async () => {
    // What leaves a function says nothing of what the SDK says, so one of its parts is asked by itself.
    const part = await buildPrograms(
      root,
      { store: "adapters/providers/store.ts" },
      { plugins: [credentials] },
    );
    writeFileSync(join(out, "store.mjs"), part.store.code);
    const code = `
      globalThis.awslambda = { streamifyResponse: (handler) => handler };
      const handlers = {};
      for (const [name, folder] of Object.entries(${JSON.stringify(bundles)}))
        handlers[name] = (await import(folder + "/index.mjs")).handler;
      const fault = (name, event) => handlers[name](event).then(() => "none", chain);
      const chain = (error) => error ? error.name + ": " + error.message + " < " + chain(error.cause) : "";
      const { store } = await import(${JSON.stringify(join(out, "store.mjs"))});
      const table = store.create({ TABLE_NAME: "t" }, {}, {});
      const read = () => table.get({ pk: "a", sk: "b" }).then(() => "none", chain);
      const without = [await read(), await read()];
      Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIA", AWS_SECRET_ACCESS_KEY: "secret" });
      console.log(JSON.stringify({
        types: Object.values(handlers).map((handler) => typeof handler),
        without,
        given: await read(),
        malformed: await fault("inspect", { tenant: 7 }),
      }));`;
    const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
      encoding: "utf8",
      env: {
        AWS_REGION: "us-east-1",
        TABLE_NAME: "t",
        ARTIFACT_BUCKET: "b",
        AWS_ENDPOINT_URL: "http://127.0.0.1:9",
        AWS_MAX_ATTEMPTS: "1",
      },
    });
    said = JSON.parse(answer.trim().split("\n").at(-1) ?? "");
  });

  it("exports a handler", () => {
    expect(said.types).toEqual(NAMES.map(() => "function"));
  });

  it("reports every time that credentials come from the environment when there are none", () => {
    const sentence = expect.stringContaining("A function's credentials come from its environment");
    expect(said.without).toEqual([sentence, sentence]);
  });

  it("uses the environment's credentials", () => {
    expect(said.given).toContain("ECONNREFUSED");
  });

  it("describes invalid input with the same sentences as the sources", () => {
    expect(said.malformed).toContain("Invalid input: expected string, received number");
  });
});

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
