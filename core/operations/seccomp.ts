/**
 * A seccomp filter as classic BPF (Linux: Documentation/userspace-api/seccomp_filter.rst, linux/filter.h). A
 * deny-list of system calls that neither builds nor functions of apps need and that have been used in kernel exploits.
 * Namespaces restrict the rest.
 */

/** System call numbers of x86_64 and aarch64 (asm/unistd_64.h, asm-generic/unistd.h); null when there is none. */
const DENIED: Readonly<Record<string, readonly [number, number | null]>> = {
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  open_tree_attr: [467, 467],
  unshare: [272, 97],
  setns: [308, 268],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  pidfd_getfd: [438, 438],
  kcmp: [312, 272],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  fanotify_init: [300, 262],
  // Memory that is not accounted to a process, so the memory limit would not count it.
  memfd_secret: [447, 447],
  shmget: [29, 194],
  msgget: [68, 186],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  syslog: [103, 116],
  vhangup: [153, 58],
  personality: [135, 92],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  lookup_dcookie: [212, 18],
  nfsservctl: [180, 42],
  mbind: [237, 235],
  set_mempolicy: [238, 237],
  migrate_pages: [256, 238],
  move_pages: [279, 239],
  iopl: [172, null],
  ioperm: [173, null],
  modify_ldt: [154, null],
  uselib: [134, null],
  _sysctl: [156, null],
};

/** System calls for which programs have a fallback if the kernel lacks them. */
const ABSENT: Readonly<Record<string, readonly [number, number]>> = {
  clone3: [435, 435],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  memfd_create: [319, 279],
};

const ARCHITECTURES = {
  x64: { audit: 0xc000003e, column: 0, clone: 56, socket: 41, x32: true },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220, socket: 198, x32: false },
} as const;

/** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, which Node needs. AF_VSOCK would cross network namespaces. */
const FAMILIES = [1, 2, 10, 16];
/** CLONE_NEWTIME | NEWNS | NEWCGROUP | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET. */
const CLONE_NEW = 0x7e020080;
const X32_BIT = 0x40000000;

const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const errno = (code: number) => 0x00050000 | code;

/** BPF opcodes: load a word of seccomp_data, compare, test bits, return. */
const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_BITS = 0x45;
const RETURN = 0x06;

/** Offsets in struct seccomp_data. Arguments are little-endian 64-bit values, so the low word comes first. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;

type Instruction = readonly [code: number, whenTrue: number, whenFalse: number, value: number];

/**
 * The filter as an array of struct sock_filter, for `bwrap --seccomp`. Throws TypeError for an unknown architecture.
 */
export function seccompFilter(arch: string): Uint8Array {
  if (arch !== "x64" && arch !== "arm64") throw new TypeError(`no system call table for ${arch}`);
  const { audit, column, clone, socket, x32 } = ARCHITECTURES[arch];
  const denied = Object.values(DENIED).flatMap((numbers) => numbers[column] ?? []);
  const absent = Object.values(ABSENT).map((numbers) => numbers[column]);
  return assemble([
    [LOAD, 0, 0, ARCHITECTURE],
    [JUMP_EQUAL, 1, 0, audit],
    [RETURN, 0, 0, KILL_PROCESS],
    [LOAD, 0, 0, NUMBER],
    ...(x32 ? when(JUMP_AT_LEAST, X32_BIT, [[RETURN, 0, 0, errno(ENOSYS)]]) : []),
    ...denied.flatMap((number) => when(JUMP_EQUAL, number, [[RETURN, 0, 0, errno(EPERM)]])),
    ...absent.flatMap((number) => when(JUMP_EQUAL, number, [[RETURN, 0, 0, errno(ENOSYS)]])),
    ...when(JUMP_EQUAL, clone, [
      [LOAD, 0, 0, FIRST_ARGUMENT],
      ...when(JUMP_BITS, CLONE_NEW, [[RETURN, 0, 0, errno(EPERM)]]),
      [RETURN, 0, 0, ALLOW],
    ]),
    ...when(JUMP_EQUAL, socket, [
      [LOAD, 0, 0, FIRST_ARGUMENT],
      ...FAMILIES.flatMap((family) => when(JUMP_EQUAL, family, [[RETURN, 0, 0, ALLOW]])),
      [RETURN, 0, 0, errno(EAFNOSUPPORT)],
    ]),
    [RETURN, 0, 0, ALLOW],
  ]);
}

/** Runs `then` if the comparison is true, otherwise skips it. */
function when(compare: number, value: number, then: readonly Instruction[]): Instruction[] {
  return [[compare, 0, then.length, value], ...then];
}

function assemble(program: readonly Instruction[]): Uint8Array {
  const bytes = new Uint8Array(program.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, [code, whenTrue, whenFalse, value]] of program.entries()) {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, whenTrue);
    view.setUint8(index * 8 + 3, whenFalse);
    view.setUint32(index * 8 + 4, value >>> 0, true);
  }
  return bytes;
}
