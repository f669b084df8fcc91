import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

/** What a builder's task keeps of root's rights, and the mask the kernel shows for them (capabilities(7)). */
export const TASK_CAPABILITIES = {
  names: ["chown", "dac_override", "fowner", "kill", "setgid", "setuid", "setpcap"],
  mask: "00000000000001eb",
};

/**
 * A command that runs another one as a task on Fargate does: root with those rights only, on a root that cannot be
 * written, with room in /tmp and TMPDIR. `root` is where that root is made; nobody else sees it.
 */
export function taskCommand(root: string, argv: readonly string[]): string[] {
  const rights = ["-all", ...TASK_CAPABILITIES.names.map((name) => `+${name}`)].join(",");
  const seen = [...new Set(argv.filter((word) => word.startsWith("/")).map(dirname))];
  return [
    "/usr/bin/unshare",
    "--mount",
    "/bin/sh",
    "-c",
    SCRIPT,
    "task",
    root,
    rights,
    ...seen,
    "--",
    ...argv,
  ];
}

/** The root file system alone, read-only; what else the command needs is bound into it, read-only as well. */
const SCRIPT = `
set -eu
root=$1 rights=$2
shift 2
mount --make-rprivate /
mkdir -p "$root"
mount --bind / "$root"
for folder in /proc /dev /sys; do mount --rbind "$folder" "$root$folder"; done
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/var/tmp"
while [ "$1" != -- ]; do
  mkdir -p "$root$1" && mount --bind "$1" "$root$1" && mount -o remount,bind,ro "$root$1"
  shift
done
shift
mount -o remount,bind,ro "$root"
exec chroot "$root" /usr/bin/setpriv --bounding-set="$rights" --inh-caps=-all /bin/sh -c '
cd /
echo "rights $(sed -n "s/^CapEff:[[:space:]]*//p" /proc/self/status)"
touch /probe 2>/dev/null || echo "root is read-only"
TMPDIR=/var/tmp exec "$@"' task "$@"
`;

/** Why this machine cannot run such a command; undefined when it can. */
export function whyNoTask(): string | undefined {
  if (process.platform !== "linux") return "needs Linux";
  if (process.geteuid?.() !== 0) return "needs root";
  const { status } = spawnSync("/usr/bin/unshare", ["--mount", "mount", "--make-rprivate", "/"]);
  return status === 0 ? undefined : "needs the right to mount";
}
