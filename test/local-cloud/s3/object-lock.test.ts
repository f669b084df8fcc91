import { describe, expect, it } from "@jest/globals";
import { checkDestroyable, checkRetentionChange } from "#local-cloud/s3/object-lock.ts";
import type { ObjectVersion, Retention } from "#local-cloud/s3/state.ts";
import { fc } from "#test/support/property.ts";

const retention = fc.record<Retention>({
  mode: fc.constantFrom("GOVERNANCE", "COMPLIANCE"),
  until: fc.nat({ max: 100 }),
});
const change = fc.record({ after: fc.option(retention), now: fc.nat({ max: 100 }), bypass: fc.boolean() });

describe("Object Lock", () => {
  it("never lets a COMPLIANCE retention end early, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(retention, fc.array(change), fc.nat({ max: 100 }), (first, changes, at) => {
        const promised = first.mode === "COMPLIANCE" ? first.until : 0;
        let current: Retention | null = first;
        for (const { after, now, bypass } of changes
          .filter((each) => each.now <= at)
          .sort((a, b) => a.now - b.now))
          if (allowed(() => checkRetentionChange(current, after, now, bypass))) current = after;
        const destroyed = allowed(() => checkDestroyable(version(current, false), at, true));
        return !destroyed || at >= promised;
      }),
    );
  });

  it("lets GOVERNANCE be weakened only with the bypass, and be strengthened by anyone", () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.option(retention), (now, after) => {
        const before: Retention = { mode: "GOVERNANCE", until: 100 };
        const stronger = after?.mode === "GOVERNANCE" && after.until >= 100;
        return (
          allowed(() => checkRetentionChange(before, after, now, false)) === stronger &&
          allowed(() => checkRetentionChange(before, after, now, true))
        );
      }),
    );
  });

  it("keeps an object with a legal hold, even after its retention has ended", () => {
    expect(allowed(() => checkDestroyable(version({ mode: "GOVERNANCE", until: 1 }, true), 2, true))).toBe(
      false,
    );
    expect(allowed(() => checkDestroyable(version({ mode: "COMPLIANCE", until: 1 }, false), 2, false))).toBe(
      true,
    );
  });
});

function version(held: Retention | null, legalHold: boolean): ObjectVersion {
  return {
    key: "k",
    versionId: "v",
    marker: false,
    sequence: 1,
    modified: 0,
    content: "c",
    size: 1,
    etag: "e",
    checksum: null,
    headers: {},
    retention: held,
    legalHold,
  };
}

function allowed(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
