import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

/** The machine as it is, but that its git is no program. */
const WITHOUT_GIT = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", "/dev/null", "/usr/bin/git"];
const PROGRAM = `
  import { EventEmitter } from "node:events";
  import { diffCommits } from "#local-cloud/github/git-diff.ts";
  import { serveGit } from "#local-cloud/github/smart-http.ts";
  import { examineMachine } from "#local/machine.ts";
  const reply = {};
  const res = { writeHead: (status) => (reply.status = status), end: (body) => (reply.body = body) };
  const world = { git: () => ({ dir: "/none" }) };
  const clone = { method: "GET", url: "/?service=git-upload-pack", headers: {} };
  await serveGit(world, {}, "info/refs", clone, res);
  const [git] = await examineMachine(process.cwd());
  console.log(JSON.stringify({ changes: await diffCommits("/none", "a", "b"), reply, git }));`;

const [program = "", ...args] = WITHOUT_GIT;
const canHide = existsSync("/usr/bin/git") && spawnSync(program, [...args, "/bin/true"]).status === 0;

describe("a machine without git", () => {
  (canHide ? it : it.skip)(
    "is warned of it, shows no changes and serves no clones, and does not fail",
    () => {
      const node = [process.execPath, "--input-type=module", "-e", PROGRAM];
      const { stdout, stderr } = spawnSync(program, [...args, ...node], { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toEqual({
        changes: [],
        reply: { status: 503, body: "Git is not installed on the machine that serves this repository.\n" },
        git: {
          name: "git",
          state: "warn",
          detail: expect.stringMatching(/^Git is not installed: missions run, but /),
          fix: expect.any(String),
        },
      });
    },
  );
});
