import type { Assertion } from "#core/factory/draft/assertions.ts";
import { decodeText } from "#core/factory/draft/code-text.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests } from "#core/factory/draft/test-code.ts";
import { type TestPair, testPairs } from "#core/factory/draft/test-pairs.ts";
import { weakening } from "#core/factory/draft/weakened.ts";

/** A repair must not weaken an assertion: it repairs the app, or how a test finds an element, and not what it expects. */
export const EXPECTATIONS_KEPT: DraftRule = {
  id: "expectations-kept",
  faults({ manifest, before }) {
    return before === null ? [] : testPairs(before, manifest).flatMap(weakened);
  },
};

function weakened({ had, has }: TestPair): string[] {
  if (!has) return [];
  const left = [...readTests(has.content).assertions];
  const changed = readTests(had.content).assertions.filter(
    (each) => !take(left, (next) => isSame(each, next)),
  );
  return changed.flatMap((each) => {
    if (take(left, (next) => weakening(each, next) === null)) return [];
    // Fewer assertions than before are the fault of another rule.
    const [next] = left;
    if (!next) return [];
    return [
      `The repair weakens the assertion "${decodeText(each.text).slice(0, 120)}" in ${has.path}: it ${weakening(each, next)}. Repair the app and keep what its tests expect.`,
    ];
  });
}

const isSame = (each: Assertion, next: Assertion): boolean =>
  each.text === next.text && (each.guarded || !next.guarded);

/** Removes the first assertion for which `is` holds; false if there is none. */
function take(assertions: Assertion[], is: (assertion: Assertion) => boolean): boolean {
  const index = assertions.findIndex(is);
  if (index >= 0) assertions.splice(index, 1);
  return index >= 0;
}
