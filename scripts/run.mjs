// `node scripts/run.mjs <node arguments>`: set-up first, then the arguments on this project's own Node.
import { spawn } from "node:child_process";
import { node, root, setup } from "./setup.mjs";

setup();
const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
