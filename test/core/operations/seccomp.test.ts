import { describe, expect, it } from "@jest/globals";
import { seccompFilter } from "#core/operations/seccomp.ts";

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const EAFNOSUPPORT = 0x00050061;
const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;

/** Runs the filter as the kernel would, over number, architecture and first argument. */
function run(filter: Uint8Array, number: number, arch: number, argument = 0): number {
  const view = new DataView(filter.buffer);
  const data: Record<number, number> = { 0: number, 4: arch, 16: argument };
  let a = 0;
  for (let pc = 0; pc < filter.length / 8; pc++) {
    const code = view.getUint16(pc * 8, true);
    const k = view.getUint32(pc * 8 + 4, true);
    const jump = (taken: boolean) => view.getUint8(pc * 8 + (taken ? 2 : 3));
    if (code === 0x06) return k;
    if (code === 0x20) a = data[k]!;
    else if (code === 0x15) pc += jump(a === k);
    else if (code === 0x35) pc += jump(a >= k);
    else if (code === 0x45) pc += jump((a & k) !== 0);
    else throw new Error(`unknown instruction ${code}`);
  }
  throw new Error("the filter has no end");
}

describe.each([
  [
    "x64",
    X64,
    {
      mount: 165,
      unshare: 272,
      keyctl: 250,
      bpf: 321,
      shmget: 29,
      msgget: 68,
      memfd_create: 319,
      clone: 56,
      socket: 41,
      read: 0,
    },
  ],
  [
    "arm64",
    ARM64,
    {
      mount: 40,
      unshare: 97,
      keyctl: 219,
      bpf: 280,
      shmget: 194,
      msgget: 186,
      memfd_create: 279,
      clone: 220,
      socket: 198,
      read: 63,
    },
  ],
] as const)("the seccomp filter for %s", (arch, audit, calls) => {
  const filter = seccompFilter(arch);

  it("denies what no build needs and allows the rest", () => {
    for (const name of ["mount", "unshare", "keyctl", "bpf"] as const)
      expect(run(filter, calls[name], audit)).toBe(EPERM);
    expect(run(filter, calls.read, audit)).toBe(ALLOW);
    expect(run(filter, 435, audit)).toBe(ENOSYS);
    expect(run(filter, 425, audit)).toBe(ENOSYS);
  });

  it("denies memory that belongs to no process", () => {
    expect(run(filter, calls.shmget, audit)).toBe(EPERM);
    expect(run(filter, calls.msgget, audit)).toBe(EPERM);
    expect(run(filter, calls.memfd_create, audit)).toBe(ENOSYS);
  });

  it("allows threads and children but no new namespace", () => {
    expect(run(filter, calls.clone, audit, 0x3d0f00)).toBe(ALLOW);
    expect(run(filter, calls.clone, audit, 0x10000000 | 17)).toBe(EPERM);
  });

  it("allows only ordinary sockets", () => {
    for (const family of [1, 2, 10, 16]) expect(run(filter, calls.socket, audit, family)).toBe(ALLOW);
    for (const family of [40, 17, 38]) expect(run(filter, calls.socket, audit, family)).toBe(EAFNOSUPPORT);
  });

  it("kills calls with another architecture's numbers", () => {
    expect(run(filter, calls.read, 0x40000003)).toBe(KILL);
  });
});

it("refuses an unknown architecture", () => {
  expect(() => seccompFilter("riscv64")).toThrow("riscv64");
});

it("denies x86_64 programs the x32 numbers", () => {
  expect(run(seccompFilter("x64"), 0x40000000 + 165, X64)).toBe(ENOSYS);
});
