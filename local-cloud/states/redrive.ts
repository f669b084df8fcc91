/**
 * Returns the facts that a redrive keeps: the exits of finished states, and the finished children of the last
 * attempt of an unfinished Parallel or Map. All other facts are dropped, and their states run again with new
 * retries and tokens. Keys are paths such as `/1/a0/b2/0/exit`: second state, its first attempt, branch 2,
 * first state there.
 */
export function carriedOver<F>(facts: ReadonlyMap<string, F>): Map<string, F> {
  const lastAttempt = lastAttempts(facts.keys());
  const kept = new Map<string, F>();
  for (const [key, fact] of facts) {
    const renamed = renamedKey(key, (visit) => facts.has(`${visit}/exit`), lastAttempt);
    if (renamed !== undefined) kept.set(renamed, fact);
  }
  return kept;
}

/** Facts about the progress of a chain, as opposed to the course of an attempt. */
const LASTING = new Set(["enter", "exit", "input", "plan", "succeeded", "start"]);
const ATTEMPT = /^a(\d+)$/;

function lastAttempts(keys: Iterable<string>): Map<string, number> {
  const last = new Map<string, number>();
  for (const key of keys) {
    const parts = key.split("/");
    for (const [i, part] of parts.entries()) {
      const number = ATTEMPT.exec(part)?.[1];
      if (number === undefined) continue;
      const visit = parts.slice(0, i).join("/");
      last.set(visit, Math.max(last.get(visit) ?? 0, Number(number)));
    }
  }
  return last;
}

/**
 * Returns the new key of a kept fact (the last attempt of an unfinished state becomes its first), or
 * undefined.
 */
function renamedKey(
  key: string,
  finished: (visit: string) => boolean,
  lastAttempt: ReadonlyMap<string, number>,
): string | undefined {
  const parts = key.split("/");
  const renamed = [...parts];
  for (const [i, part] of parts.entries()) {
    const number = ATTEMPT.exec(part)?.[1];
    if (number === undefined) continue;
    const visit = parts.slice(0, i).join("/");
    if (finished(visit)) return renamed.join("/");
    if (Number(number) !== lastAttempt.get(visit)) return undefined;
    renamed[i] = "a0";
  }
  return LASTING.has(parts.at(-1) ?? "") ? renamed.join("/") : undefined;
}
