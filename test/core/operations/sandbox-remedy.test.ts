import { expect, it } from "@jest/globals";
import { sandboxRemedy } from "#core/operations/sandbox-remedy.ts";

const linux = (installed: boolean, ...paths: string[]) =>
  sandboxRemedy({ platform: "linux", installed, exists: (path) => paths.includes(path) });

it("the sandbox remedy installs missing packages with the system's own package manager", () => {
  expect(linux(false, "/usr/bin/apt-get")).toBe("sudo apt-get install -y bubblewrap");
  expect(linux(false, "/sbin/apk")).toBe("sudo apk add bubblewrap util-linux");
  expect(linux(false)).toMatch(/^install bubblewrap/);
});

it("the sandbox remedy permits user namespaces in the kernel where bubblewrap is installed but refused", () => {
  expect(linux(true)).toMatch(/user\.max_user_namespaces/);
  expect(linux(true, "/proc/sys/kernel/apparmor_restrict_unprivileged_userns")).toMatch(/apparmor/);
});

it("the sandbox remedy outside Linux is the container", () => {
  expect(sandboxRemedy({ platform: "win32", installed: false, exists: () => true })).toMatch(/^docker run/);
});
