// `node scripts/run.mjs [--omit=dev] <node arguments>`: set-up first, then the arguments on this project's own Node.
// With `--omit=dev` the set-up leaves out what only checks, tests and synthesis need.
import { spawn } from "node:child_process";
import { node, root, setup } from "./setup.mjs";

const [first, ...rest] = process.argv.slice(2);
const omit = first === "--omit=dev";
setup({ dev: !omit });
const child = spawn(node, omit ? rest : [first, ...rest], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
