import { run } from "#cli/run.ts";

const interrupt = new AbortController();
// The terminal and `npm run` may both forward Ctrl+C; only the first counts.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupt.abort());

/** The exit code that a shell reports for a program ended by a closed pipe: 128 plus the number of SIGPIPE. */
const EXIT_CLOSED_PIPE = 141;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader, such as `head`, has closed the pipe. No result can be reported.
  process.exit(error.code === "EPIPE" ? EXIT_CLOSED_PIPE : 1);
});
process.stderr.on("error", () => {}); // The error cannot be reported.

// Until there is a result: a process that ends because nothing is pending has not succeeded.
process.exitCode = 1;
void run(process.argv.slice(2), process, undefined, interrupt.signal).then((code) => {
  process.exitCode = code;
});
