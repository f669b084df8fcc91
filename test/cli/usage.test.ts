import { describe, expect, it } from "@jest/globals";
import { gantry } from "#test/cli/scripted-api.ts";

const COMMANDS = [
  "build",
  "status",
  "missions",
  "logs",
  "cancel",
  "retry",
  "failure",
  "evidence",
  "verify",
  "doctor",
  "secrets",
  "siri",
  "projects",
  "project",
  "rollback",
  "delete",
];

describe("help", () => {
  it("lists every command, also when no command is given", async () => {
    for (const argv of [["--help"], []]) {
      const { exit, stdout } = await gantry(argv);
      expect(exit).toBe(0);
      for (const name of COMMANDS) expect(stdout).toContain(`\n  ${name} `);
    }
  });

  it.each(COMMANDS)("for %s shows its usage and runs nothing", async (name) => {
    const { exit, stdout, stderr } = await gantry([name, "--help"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: gantry ${name}\\b`));
  });
});

describe("a wrong command line", () => {
  const wrong: [string[], string][] = [
    [["deploy"], "Unknown command 'deploy'."],
    [["status", "--bogus", "m_1"], "Unknown option '--bogus'."],
    [["logs"], "<mission> is missing."],
    [["rollback"], "<project> is missing."],
    [["rollback", "app", "one"], "<release> must be the number of a release, not one."],
    [["projects", "--limit", "0"], "--limit must be a number from 1 to 200, not 0."],
    [["delete", "app"], "Confirmation needs a terminal. Use --yes to confirm without one."],
    [["status", "m_1", "m_2"], "Too many arguments for 'status'. Expected 1 argument but got 2."],
    [["doctor", "now"], "Too many arguments for 'doctor'. Expected 0 arguments but got 1."],
    [["doctor", "--stage", "prod"], "--stage and --region require --aws."],
    [["doctor", "--aws", "--stage", "test"], "--stage must be dev or prod, not test."],
    [
      ["doctor", "--aws", "--region", "Mars"],
      "--region: Mars is not an AWS region; a region looks like eu-west-1.",
    ],
    [["secrets"], "<action> is missing."],
    [["secrets", "constructor"], "<action> must be set, list or remove."],
    [["secrets", "set"], "<name> must be one of users/<user>, github-token,"],
    [["secrets", "set", "users/Owner"], "<name>: users/ must be followed by 1-64 characters of a-z"],
    [["secrets", "set", "users/"], "<name>: users/ must be followed by 1-64 characters of a-z"],
    [
      ["secrets", "set", "vercel-token", "--role", "owner"],
      "--tenant, --role, --authority-roles and --teams are allowed only with users/<user>.",
    ],
    [["secrets", "set", "users/owner", "--tenant", "A#B"], "--tenant must be 1-64 of a-z"],
    [
      ["secrets", "set", "github-app", "--file", "/nonexistent"],
      "--file: /nonexistent cannot be read: no such file or folder.",
    ],
    [["secrets", "list", "users/owner"], "list takes no names."],
    [["secrets", "remove", "github"], "<name> must be one of"],
    [["missions", "--limit", "0"], "--limit must be a number from 1 to 200, not 0."],
    [["missions", "--limit", "many"], "--limit must be a number from 1 to 200, not many."],
    [["missions", "--limit"], "argument missing"],
    [["missions", "--json=yes"], "Unknown option '--json'."],
    [["missions", "--search", " "], "--search"],
    [["build", "--yes"], "<words> is missing."],
    [["build", "--yes", " "], "<words> must not be empty"],
    [["build", "a notes app"], "Use --yes"],
    [["build", "a notes app", "--json"], "Use --yes"],
    [
      ["build", "a notes app", "--yes", "--image", "/nonexistent.png"],
      "/nonexistent.png cannot be read: no such file or folder",
    ],
    [["plan", "a notes app", "--image", "/nonexistent.png"], "/nonexistent.png cannot be read"],
    [["plan", "a notes app", "--image", "package.json"], "--image must be a PNG, JPEG, GIF or WebP image."],
    [["verify", "pack.zip"], "--mission is required"],
    [
      ["verify", "/nonexistent.zip", "--mission", "m_1"],
      "/nonexistent.zip cannot be read: no such file or folder",
    ],
  ];

  it.each(wrong)("%j exits with 64 and the reason", async (argv, sentence) => {
    const { exit, stdout, stderr } = await gantry(argv);
    expect({ exit, stdout }).toEqual({ exit: 64, stdout: "" });
    expect(stderr).toContain(sentence);
  });

  it("with an unusable address exits with 64 and names it", async () => {
    const { exit, stderr } = await gantry(["missions"], { env: { GANTRY_URL: "ftp://x" } });
    expect(exit).toBe(64);
    expect(stderr).toContain("GANTRY_URL: ftp://x is not an http or https address.");
  });
});
