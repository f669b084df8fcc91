// Seeds one fault at a time into good apps and lets the heal rules repair it: `npm run bench:heal [file.json]`. The
// faults are in test/cases/heal. A fault that `node --test` shows is run before and after the repair; the others, of
// pages and of bundled apps, carry the output of a failure and the result is compared with the good app. Exits with 1
// after a wrong repair: one that changes an app it should leave alone, weakens a test or does not give a good app. The
// last columns state what the same faults cost at least when the small model repairs them: the product's own request, and
// a scripted answer that restores the good app. Where there is a dash, the rules for drafts refuse this answer.
import { writeFileSync } from "node:fs";
import { GantryError } from "#core/kernel/errors.ts";
import { healByScript } from "#test/support/heal-by-script.ts";
import { type Judged, judgeRepair } from "#test/support/judge-repair.ts";
import { type SeededFault, seededFaults } from "#test/support/seeded-faults.ts";

type Cost = Pick<Awaited<ReturnType<typeof healByScript>>, "tokens" | "micro_usd">;

const WIDTH = 24;
const judged: (Judged & { rule: string; name: string; model: Cost | null })[] = [];
for (const fault of seededFaults()) {
  const result = await judgeRepair(fault);
  judged.push({ rule: fault.rule, name: fault.name, model: await costByModel(fault), ...result });
  if (result.outcome === "wrong" || result.outcome === "missed")
    console.log(`${result.outcome}: ${fault.rule}, ${fault.name}: ${result.why ?? ""} [${result.rules}]`);
}

console.log(
  row(["class", "faults", "repaired", "left", "missed", "wrong", "attempts", "by model", "tokens", "USD"]),
);
for (const name of [...new Set(judged.map(({ rule }) => rule))]) print(name, ({ rule }) => rule === name);
print("all", () => true);
const path = process.argv[2];
if (path) writeFileSync(path, `${JSON.stringify(judged, null, 2)}\n`);
if (judged.some(({ outcome }) => outcome === "wrong")) process.exitCode = 1;

function print(name: string, is: (each: (typeof judged)[number]) => boolean): void {
  const all = judged.filter(is);
  const count = (outcome: Judged["outcome"]) => all.filter((each) => each.outcome === outcome).length;
  const attempts = all.reduce((sum, each) => sum + each.attempts, 0);
  const costs = all.flatMap(({ model }) => model ?? []);
  const sum = (key: keyof Cost) => costs.reduce((total, each) => total + each[key], 0);
  const cost = costs.length === 0 ? ["-", "-"] : [sum("tokens"), (sum("micro_usd") / 1e6).toFixed(4)];
  const counts = [count("repaired"), count("left"), count("missed"), count("wrong")];
  console.log(row([name, all.length, ...counts, attempts, costs.length, ...cost]));
}

function row([name, ...values]: readonly (string | number)[]): string {
  return String(name).padEnd(WIDTH) + values.map((value) => String(value).padStart(9)).join("");
}

/** What a model's repair of the fault costs; null when the repair is refused. */
async function costByModel(fault: SeededFault): Promise<Cost | null> {
  try {
    const { tokens, micro_usd } = await healByScript(fault);
    return { tokens, micro_usd };
  } catch (error) {
    if (error instanceof GantryError) return null;
    throw error;
  }
}
