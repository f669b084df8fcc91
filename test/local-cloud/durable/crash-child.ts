import { openJournal } from "#local-cloud/durable/journal.ts";

/** Run as a process of its own, to be killed: appends numbers, rewrites often, prints each that is acknowledged. */
const { journal, entries } = openJournal<number>(process.argv[2] as string, "");
for (let n = (entries.at(-1) ?? 0) + 1; ; n++) {
  journal.append(n);
  if (n % 3 === 0) journal.rewrite(Array.from({ length: 200 }, (_, index) => n - 199 + index));
  await journal.settled();
  console.log(n);
}
