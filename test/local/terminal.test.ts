import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";

const LINES = `
  import { keepPrintable } from "#local/terminal.ts";
  keepPrintable(process.stdout, process.stderr);
  console.log("builder: \\u202egpj.\\x1b[31mred\\x1b[0m \\x1b]0;owned\\x07end");
  console.error(new Error("app \\x9b2J said"));
  process.stderr.write(Buffer.from("żółć\\x1b[2J\\n"));
`;

describe("lines of the server", () => {
  it("carry no colours, titles or marks of direction of what they repeat", () => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", LINES], {
      encoding: "utf8",
    });
    expect(stdout).toBe("builder: gpj.red end\n");
    expect(stderr).toMatch(/^Error: app {2}?said\n/);
    expect(stderr).toMatch(/żółć\n$/);
  });
});
