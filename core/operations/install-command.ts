const PACKAGE_MANAGERS: readonly (readonly [program: string, command: string])[] = [
  ["/usr/bin/apt-get", "sudo apt-get install -y"],
  ["/usr/bin/dnf", "sudo dnf install -y"],
  ["/sbin/apk", "sudo apk add"],
  ["/usr/bin/pacman", "sudo pacman -S --noconfirm"],
];

/** The command that installs these packages with the machine's package manager; undefined when that is unknown. */
export function installCommand(packages: string, exists: (path: string) => boolean): string | undefined {
  const command = PACKAGE_MANAGERS.find(([program]) => exists(program))?.[1];
  return command && `${command} ${packages}`;
}
