// Runs the set-up, then a program on this project's own Node, with the streams and signals of this process.
import { spawn } from "node:child_process";
import { buildClient } from "./build-client.mjs";
import { node, setup } from "./setup.mjs";

/** `dev` also installs the packages for checks, tests and synthesis. Ends this process with the program. */
export function runOnOwnNode(args, { cwd, dev }) {
  setup({ dev });
  buildClient();
  const child = spawn(node, args, { cwd, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
