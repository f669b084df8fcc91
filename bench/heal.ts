// Seeds one fault at a time into good apps and lets the heal rules repair it: `npm run bench:heal [file.json]`. The
// faults are in test/cases/heal. A fault that `node --test` shows is run before and after the repair; the others, of
// pages and of bundled apps, carry the output of a failure and the result is compared with the good app. Exits with 1
// after a wrong repair: one that changes an app it should leave alone, weakens a test or does not give a good app.
import { writeFileSync } from "node:fs";
import { type Judged, judgeRepair } from "#test/support/judge-repair.ts";
import { seededFaults } from "#test/support/seeded-faults.ts";

const WIDTH = 24;
const judged: (Judged & { rule: string; name: string; tokens: number })[] = [];
for (const fault of seededFaults()) {
  const result = await judgeRepair(fault);
  // Rules ask no model.
  judged.push({ rule: fault.rule, name: fault.name, tokens: 0, ...result });
  if (result.outcome === "wrong" || result.outcome === "missed")
    console.log(`${result.outcome}: ${fault.rule}, ${fault.name}: ${result.why ?? ""} [${result.rules}]`);
}

console.log(row(["class", "faults", "repaired", "left", "missed", "wrong", "attempts", "tokens"]));
for (const name of [...new Set(judged.map(({ rule }) => rule))]) print(name, ({ rule }) => rule === name);
print("all", () => true);
const path = process.argv[2];
if (path) writeFileSync(path, `${JSON.stringify(judged, null, 2)}\n`);
if (judged.some(({ outcome }) => outcome === "wrong")) process.exitCode = 1;

function print(name: string, is: (each: (typeof judged)[number]) => boolean): void {
  const all = judged.filter(is);
  const count = (outcome: Judged["outcome"]) => all.filter((each) => each.outcome === outcome).length;
  const attempts = all.reduce((sum, each) => sum + each.attempts, 0);
  const tokens = all.reduce((sum, each) => sum + each.tokens, 0);
  const counts = [count("repaired"), count("left"), count("missed"), count("wrong")];
  console.log(row([name, all.length, ...counts, attempts, tokens]));
}

function row([name, ...values]: readonly (string | number)[]): string {
  return String(name).padEnd(WIDTH) + values.map((value) => String(value).padStart(9)).join("");
}
