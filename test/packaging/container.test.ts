import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";

const dockerfile = readFileSync("Dockerfile", "utf8");
const lines = dockerfile.replace(/^\s*#.*$/gm, "").split("\n");
const compose = parse(readFileSync("compose.yaml", "utf8"));
const { gantry } = compose.services;

describe("the product's container image", () => {
  it("passes the linter", () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it("starts from the same image as the builder, pinned by digest", () => {
    const from = (text: string) => /^FROM .*@sha256:[0-9a-f]{64}$/m.exec(text)?.[0];
    expect(from(dockerfile)).toBe(from(readFileSync("builder-image/Dockerfile", "utf8")));
    expect(from(dockerfile)).toBeDefined();
  });

  it("installs the locked packages, with the same set-up as a checkout", () => {
    expect(dockerfile).toContain("RUN node scripts/setup.mjs --omit=dev");
  });

  it("runs as an unprivileged user who owns only the data", () => {
    expect(lines).toContain("USER 1000:1000");
    expect(dockerfile.match(/--owner=\S+|chown/g)).toEqual(["--owner=1000"]);
  });

  it("contains every folder with code that runs, and neither tests nor data", () => {
    const taken = readFileSync(".dockerignore", "utf8").match(/(?<=^!).+/gm) ?? [];
    const { imports } = JSON.parse(readFileSync("package.json", "utf8"));
    const layers = Object.values<string>(imports).map((path) => path.split("/")[1] as string);
    expect(taken).toEqual(expect.arrayContaining(layers.filter((layer) => layer !== "test")));
    expect(taken).not.toContain("test");
    const there = new Set(readdirSync("."));
    expect(taken.filter((name) => !there.has(name))).toEqual([]);
  });
});

describe("compose.yaml", () => {
  it("publishes the port to this machine only", () => {
    expect(gantry.ports).toEqual(["127.0.0.1:5050:5050"]);
  });

  it("keeps the data in a volume that compose manages", () => {
    expect(gantry.volumes).toEqual(["data:/data"]);
    expect(Object.keys(compose.volumes)).toEqual(["data"]);
    expect(lines).toContain("ENV GANTRY_HOME=/data HOST=0.0.0.0 NODE_ENV=production");
  });

  it("gives the container no capability, and an init that reaps processes", () => {
    expect(gantry).toMatchObject({ init: true, cap_drop: ["ALL"] });
    expect(gantry).not.toHaveProperty("privileged");
    expect(gantry.security_opt).toContain("no-new-privileges:true");
  });

  it("passes only known settings, and only where they are set", () => {
    const config = readFileSync("local/config.ts", "utf8");
    for (const name of gantry.environment) expect(config).toContain(`${name}:`);
  });
});
