/** A command prefix that switches to another user without any capabilities, and that ends with its parent. */
export function dropTo(uid: number): string[] {
  return [
    "/usr/bin/setpriv",
    `--reuid=${uid}`,
    `--regid=${uid}`,
    "--clear-groups",
    "--inh-caps=-all",
    "--bounding-set=-all",
    "--no-new-privs",
    "--pdeathsig=KILL",
  ];
}
