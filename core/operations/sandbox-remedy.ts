import { installCommand } from "./install-command.ts";

/** Properties of a machine that determine how to get a sandbox. */
export interface Machine {
  /** Node's `process.platform`: `linux`, `darwin`, `win32`, … */
  readonly platform: string;
  /** Whether the sandbox programs are installed; if they are and still fail, the kernel refuses them. */
  readonly installed: boolean;
  exists(path: string): boolean;
}

/** The command that enables a sandbox on this machine, or another instruction when there is no such command. */
export function sandboxRemedy({ platform, installed, exists }: Machine): string {
  if (platform !== "linux")
    return "docker run on a Linux host, because Gantry supports no sandbox on this system";
  if (installed)
    return exists("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
      ? "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
      : "sudo sysctl -w user.max_user_namespaces=10000 kernel.unprivileged_userns_clone=1";
  // BusyBox's setpriv and prlimit on Alpine lack options that the sandbox uses.
  const packages = exists("/sbin/apk") ? "bubblewrap util-linux" : "bubblewrap";
  return installCommand(packages, exists) ?? "install bubblewrap (bwrap) as /usr/bin/bwrap";
}
