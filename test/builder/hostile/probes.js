// Runs inside the sandbox. Every attack says true when it got through; TARGETS is put in front of this file.
/* global TARGETS */
import { spawn, spawnSync } from "node:child_process";
import dgram from "node:dgram";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import test from "node:test";

const ok = (act) => {
  try {
    return act() !== false;
  } catch {
    return false;
  }
};
const reads = (path) => ok(() => fs.readFileSync(path));
const writes = (path) =>
  ok(() => {
    fs.closeSync(fs.openSync(path, "a"));
    if (path.endsWith("/planted")) fs.unlinkSync(path);
  });
const lists = (path) => ok(() => fs.readdirSync(path).length > 0);
const runs = (program, ...args) => spawnSync(program, args, { timeout: 3000 }).status === 0;

/** Numbers of system calls: x86_64, aarch64. */
const CALLS = {
  socket: [41, 198],
  mount: [165, 40],
  chroot: [161, 51],
  unshare: [272, 97],
  clone: [56, 220],
  setns: [308, 268],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  io_uring_setup: [425, 425],
  keyctl: [250, 219],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  mknodat: [259, 33],
  open_tree: [428, 428],
};
/** True when the system call did what it was asked to. */
const call = (name, ...args) => {
  const number = CALLS[name][process.arch === "arm64" ? 1 : 0];
  const script = `my $r = syscall(${[number, ...args].join(", ")}); exit($r == -1 ? 1 : 0);`;
  const { status, error } = spawnSync("/usr/bin/perl", ["-e", script], { timeout: 3000 });
  if (error) throw new Error("perl is needed to make system calls");
  return status === 0;
};

const connects = (options) =>
  new Promise((resolve) => {
    const socket = net.connect(options);
    const end = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(400, () => end(false));
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
  });

const sends = (port, address) =>
  new Promise((resolve) => {
    const socket = dgram.createSocket("udp4");
    socket.on("error", () => resolve(false));
    socket.send("leak", port, address, (error) => {
      socket.close();
      resolve(!error);
    });
  });

const hostPids = () => fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));

const ATTACKS = {
  "read /etc/shadow": () => reads("/etc/shadow"),
  "read another process's environment": () =>
    hostPids().some((pid) =>
      ok(() => fs.readFileSync(`/proc/${pid}/environ`, "latin1").includes(TARGETS.secret)),
    ),
  "read pid 1's environment": () =>
    ok(() => fs.readFileSync("/proc/1/environ", "latin1").includes(TARGETS.secret)),
  "find a secret in its own environment": () => JSON.stringify(process.env).includes(TARGETS.secret),
  "read a credentials file": () => reads(TARGETS.credentials),
  "list the home folders": () => lists("/home") || lists("/root"),
  "list the host's temporary folder": () => lists(TARGETS.folder),
  "list /etc of the host": () => ok(() => fs.readdirSync("/etc").includes("hostname")),
  "leave through /proc/<pid>/root": () =>
    hostPids().some((pid) => lists(`/proc/${pid}/root${TARGETS.folder}`)),
  "leave through /proc/<pid>/cwd": () =>
    hostPids().some((pid) => ok(() => fs.readFileSync(`/proc/${pid}/cwd/credentials`))),
  "write to /usr": () => writes("/usr/planted"),
  "write to /etc": () => writes("/etc/planted"),
  "write to /var/tmp": () => writes("/var/tmp/planted"),
  "write to an open folder of the host": () => writes(`${TARGETS.open}/planted`),
  "write to /": () => writes("/planted"),
  "write to /dev": () => writes("/dev/planted"),
  "replace Node": () => writes(process.execPath),
  "change the supervisor's files": () =>
    writes(`${TARGETS.base}/seccomp`) || writes(`${TARGETS.base}/passwd`),
  "forge a result": () => writes(`${TARGETS.base}/result.json`),
  "make a file of root's with the setuid bit": () =>
    ok(() => {
      fs.writeFileSync("setuid", "");
      fs.chmodSync("setuid", 0o4755);
      const { uid } = fs.statSync("setuid");
      return uid === 0;
    }),
  "open core_pattern for writing": () =>
    ok(() => fs.closeSync(fs.openSync("/proc/sys/kernel/core_pattern", "r+"))),
  "open release_agent for writing": () => writes("/sys/fs/cgroup/memory/release_agent"),
  "leave its control group": () =>
    ["/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory/cgroup.procs"].some((path) =>
      ok(() => fs.writeFileSync(path, `${process.pid}`)),
    ),
  "make a device": () => call("mknodat", -100, '"device"', 0o020666, 259),
  "open /dev/kmsg": () => reads("/dev/kmsg"),
  "open /dev/kvm": () => writes("/dev/kvm"),
  "open /dev/mem": () => ok(() => fs.openSync("/dev/mem", "r")),
  "open a disk": () => ["vda", "sda", "nvme0n1"].some((name) => ok(() => fs.openSync(`/dev/${name}`, "r"))),
  mount: () => call("mount", '"tmpfs"', '"/tmp"', '"tmpfs"', 0, 0),
  "open a mount tree": () => call("open_tree", -100, '"/"', 1),
  chroot: () => call("chroot", '"/tmp"'),
  "make a user namespace": () => runs("/usr/bin/unshare", "--user", "true") || call("unshare", 0x10000000),
  "clone into a user namespace": () => call("clone", 0x10000011, 0, 0, 0, 0),
  "enter another namespace": () => call("setns", 0, 0),
  "trace a process": () => call("ptrace", 0, 0, 0, 0),
  "trace a process of the host": () => call("ptrace", 16, TARGETS.victim, 0, 0),
  "kill a process of the host": () => ok(() => process.kill(TARGETS.victim, "SIGKILL")),
  "open an AF_VSOCK socket": () => call("socket", 40, 1, 0),
  "open a raw socket": () => call("socket", 2, 3, 1),
  "open a packet socket": () => call("socket", 17, 3, 0),
  "use io_uring": () => call("io_uring_setup", 8, '("\\0" x 256)'),
  "use the kernel's key ring": () => call("keyctl", 0, -3, 1),
  "use bpf": () => call("bpf", 0, '("\\0" x 256)', 128),
  "use perf events": () => call("perf_event_open", '("\\0" x 256)', 0, -1, -1, 0),
  "use userfaultfd": () => call("userfaultfd", 1),
  "reach the host's loopback": () => connects({ port: TARGETS.port, host: "127.0.0.1" }),
  "reach the host's own address": () => connects({ port: TARGETS.port, host: TARGETS.address }),
  "reach 169.254.170.2": () => connects({ port: 80, host: "169.254.170.2" }),
  "reach 169.254.169.254": () => connects({ port: 80, host: "169.254.169.254" }),
  "send a datagram out": () => sends(53, TARGETS.address),
  "reach an abstract socket": () => connects({ path: `\0${TARGETS.abstract}` }),
  "reach a socket by path": () => connects({ path: TARGETS.socket }),
  "see the host's network interfaces": () =>
    Object.keys(os.networkInterfaces()).some((name) => name !== "lo"),
};

const NEEDED = {
  "use its own loopback": async () => {
    const server = net.createServer((socket) => socket.end()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.on("listening", resolve));
    const worked = await connects({ port: server.address().port, host: "127.0.0.1" });
    server.close();
    return worked;
  },
  "write to its temporary folder": () => writes(`${os.tmpdir()}/file`) || writes("/app/tmp-file"),
  "start a child": () => runs(process.execPath, "-e", "0"),
  "know who it is": () => ok(() => os.userInfo().username.length > 0),
};

test("attacks", async () => {
  net
    .createServer()
    .on("error", () => undefined)
    .listen(TARGETS.listen, "0.0.0.0")
    .unref();
  const through = [];
  for (const [name, attack] of Object.entries(ATTACKS)) if (await attack()) through.push(name);
  const missing = [];
  for (const [name, need] of Object.entries(NEEDED)) if (!(await need())) missing.push(name);
  console.log(`PROBES ${JSON.stringify({ tried: Object.keys(ATTACKS).length, through, missing })}`);
  spawn("/bin/sh", ["-c", "sleep 300"], { detached: true, stdio: "ignore" }).unref();
  await new Promise((resolve) => setTimeout(resolve, 100));
});
