// `node scripts/run.mjs [--omit=dev] <node arguments>`: runs the set-up, then Node with the arguments on this
// project's own Node. With `--omit=dev` the set-up omits the packages for checks, tests and synthesis.
import { runOnOwnNode } from "./own-node.mjs";
import { root } from "./setup.mjs";

const [first, ...rest] = process.argv.slice(2);
const omit = first === "--omit=dev";
runOnOwnNode(omit ? rest : [first, ...rest], { cwd: root, dev: !omit });
