import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { GantryError } from "#core/kernel/errors.ts";

/** System call numbers of prctl and seccomp by architecture. */
const CALLS: Readonly<Record<string, readonly [prctl: number, seccomp: number]>> = {
  x64: [157, 317],
  arm64: [167, 277],
};

/**
 * A command prefix that installs the seccomp filter from descriptor 3 and then executes the command. Uses setpriv from
 * util-linux 2.40 or newer, otherwise perl, which every Debian has. Throws NoSandbox when neither is available.
 */
export function seccompLauncher(): string[] {
  const help = spawnSync("/usr/bin/setpriv", ["--help"], { encoding: "utf8" }).stdout ?? "";
  if (help.includes("--seccomp-filter"))
    return ["/usr/bin/setpriv", "--seccomp-filter", "/proc/self/fd/3", "--"];
  const calls = CALLS[process.arch];
  if (calls === undefined || !existsSync("/usr/bin/perl"))
    throw new GantryError("NoSandbox", "The uid sandbox needs setpriv of util-linux 2.40, or perl.");
  return ["/usr/bin/perl", "-e", perlScript(...calls), "--"];
}

/** PR_SET_NO_NEW_PRIVS = 38; SECCOMP_SET_MODE_FILTER = 1 with struct sock_fprog { u16 length; pointer }. */
function perlScript(prctl: number, seccomp: number): string {
  return `
    open(my $in, "<&=", 3) or die "no filter"; binmode $in; local $/; my $filter = <$in>; close $in;
    syscall(${prctl}, 38, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";
    my $program = pack("S x6 P", length($filter) / 8, $filter);
    syscall(${seccomp}, 1, 0, $program) == 0 or die "seccomp: $!";
    exec { $ARGV[0] } @ARGV or die "exec: $!";
  `;
}
