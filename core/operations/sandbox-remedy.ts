import { installCommand } from "./install-command.ts";

/** What of a machine decides how it gets a sandbox. */
export interface Machine {
  /** As Node names it: `linux`, `darwin`, `win32`, … */
  readonly platform: string;
  /** Whether the sandbox's programs are there, so that the kernel must be what refuses. */
  readonly installed: boolean;
  exists(path: string): boolean;
}

/** The one command after which a machine without a sandbox has one, or what to do where there is none. */
export function sandboxRemedy({ platform, installed, exists }: Machine): string {
  if (platform !== "linux") return "docker run, on Linux: no sandbox is known for this system";
  if (installed)
    return exists("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
      ? "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
      : "sudo sysctl -w user.max_user_namespaces=10000 kernel.unprivileged_userns_clone=1";
  // Alpine's own setpriv and prlimit are not those that the sandbox calls.
  const packages = exists("/sbin/apk") ? "bubblewrap util-linux" : "bubblewrap";
  return installCommand(packages, exists) ?? "install bubblewrap (bwrap) as /usr/bin/bwrap";
}
