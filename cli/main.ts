import { run } from "#cli/run.ts";

const interrupt = new AbortController();
// The terminal and `npm run` may both pass Ctrl+C on; the first one counts.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupt.abort());
process.exitCode = await run(process.argv.slice(2), process, undefined, interrupt.signal);
