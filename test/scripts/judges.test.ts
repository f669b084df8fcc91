import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout with one workflow, on a machine where `programs` are all there is. */
function checkout(programs: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "gantry-judges-"));
  folders.push(root);
  cpSync("scripts/judges", join(root, "scripts/judges"), { recursive: true });
  mkdirSync(join(root, ".github/workflows"), { recursive: true });
  writeFileSync(join(root, ".github/workflows/ci.yaml"), "on: push\n");
  mkdirSync(join(root, "bin"));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(root, "bin", name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(root, "bin", name), 0o755);
  }
  return (...judges: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/judges/all.mjs", ...judges], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: join(root, "bin") },
    });
    return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
  };
}

/** A `go install` that makes an actionlint with this output. */
const go = (output: string) =>
  `[ "$1" = version ] || { printf '#!/bin/sh\\necho %s' '${output}' > "$GOBIN/actionlint"; /bin/chmod 755 "$GOBIN/actionlint"; }`;
const FINDING = String.raw`\[{\"filepath\":\"ci.yaml\",\"line\":1,\"kind\":\"syntax\",\"message\":\"wrong\"}]`;

describe("the judges", () => {
  it("succeed without findings, and print what they checked", () => {
    expect(checkout({ go: go("[]") })("actionlint")).toEqual({
      status: 0,
      lines: [expect.stringMatching(/^actionlint \d+\.\d+\.\d+: 1 workflow, 0 findings$/)],
    });
  });

  it("fail with a finding", () => {
    expect(checkout({ go: go(FINDING) })("actionlint")).toEqual({
      status: 1,
      lines: ["ci.yaml:1 syntax wrong", expect.stringMatching(/: 1 workflow, 1 finding$/)],
    });
  });

  it("fail when one of them fails", () => {
    expect(checkout({ go: go("Segmentation fault") })("actionlint")).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^actionlint \S+: failed, .*Segmentation fault$/)],
    });
  });

  it("are skipped with the reason where their tools cannot be installed", () => {
    const [python, noGo] = ["hadolint", "actionlint"].map((name) => checkout({})(name));
    expect(python).toEqual({ status: 0, lines: [expect.stringMatching(/: left out, Python 3 .* missing$/)] });
    expect(noGo).toEqual({ status: 0, lines: [expect.stringMatching(/: left out, Go is missing$/)] });
    const offline = `[ "$1" = version ] || { echo "dial tcp: no such host" >&2; exit 1; }`;
    expect(checkout({ go: offline })("actionlint")).toEqual({
      status: 0,
      lines: [expect.stringMatching(/: left out, go install failed: dial tcp: no such host$/)],
    });
  });

  it("are selected by name", () => {
    expect(checkout({})("lint")).toEqual({
      status: 2,
      lines: [expect.stringMatching(/^unknown judge lint; the judges are hadolint, /)],
    });
  });
});
