import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "@jest/globals";
import { findSandbox } from "#local/function-sandbox.ts";
import { spawnWrapped } from "#local-cloud/vercel/functions/sandbox.ts";

const PERL = "/usr/bin/perl";
const EPERM = "1";
const ENOSYS = "38";
const EAFNOSUPPORT = "97";
/** Numbers of the calls: x86_64, aarch64. */
const column = process.arch === "arm64" ? 1 : 0;
const CALLS: readonly [string, readonly [number, number], string, string][] = [
  ["memfd_create", [319, 279], '(my $name = "a"), 0', ENOSYS],
  ["shmget", [29, 194], "0, 4096, 0600", EPERM],
  ["ptrace", [101, 117], "0, 0, 0, 0", EPERM],
  ["process_vm_readv", [310, 270], "$$, 0, 0, 0, 0, 0", EPERM],
  ["unshare", [272, 97], "0x10000000", EPERM],
  ["keyctl", [250, 219], "0, 0", EPERM],
  ["bpf", [321, 280], "0, 0, 0", EPERM],
  ["io_uring_setup", [425, 425], "1, 0", ENOSYS],
  ["socket of AF_VSOCK", [41, 198], "40, 1, 0", EAFNOSUPPORT],
];
const sandbox = process.platform === "linux" && existsSync(PERL) ? findSandbox() : undefined;
// The user that functions run as must get to it.
const cwd = mkdtempSync(`${tmpdir()}/gantry-filter-`);
afterAll(() => rmSync(cwd, { recursive: true }));

(sandbox ? describe : describe.skip)("the sandbox of functions", () => {
  it.each(CALLS)("the deployment filter refuses %s", async (_, numbers, args, errno) => {
    const script = `print syscall(${numbers[column]}, ${args}) == -1 ? $! + 0 : "done"`;
    const child = spawnWrapped(sandbox!([PERL, "-e", script], { cwd: "/usr/lib", env: {} }), cwd);
    expect(await text(child.stdout)).toBe(errno);
  });
});
