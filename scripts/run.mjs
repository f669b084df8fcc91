// `node scripts/run.mjs [--omit=dev] <node arguments>`: set-up first, then the arguments on this project's own Node.
// With `--omit=dev` the set-up leaves out what only checks, tests and synthesis need.
import { runOnOwnNode } from "./own-node.mjs";
import { root } from "./setup.mjs";

const [first, ...rest] = process.argv.slice(2);
const omit = first === "--omit=dev";
runOnOwnNode(omit ? rest : [first, ...rest], { cwd: root, dev: !omit });
