import { run } from "#cli/run.ts";

const interrupt = new AbortController();
// The terminal and `npm run` may both pass Ctrl+C on; the first one counts.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupt.abort());

/** What a shell reports of a program that a closed pipe has ended: 128 and the number of SIGPIPE. */
const EXIT_CLOSED_PIPE = 141;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader, such as `head`, has all it wanted. There is no result to report to anyone.
  process.exit(error.code === "EPIPE" ? EXIT_CLOSED_PIPE : 1);
});
process.stderr.on("error", () => {}); // Nowhere is left to report it.

// Until there is a result: a process that ends because it waits for nothing has not succeeded.
process.exitCode = 1;
void run(process.argv.slice(2), process, undefined, interrupt.signal).then((code) => {
  process.exitCode = code;
});
