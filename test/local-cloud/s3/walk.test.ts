import { describe, it } from "@jest/globals";
import { compareUtf8, createSortedKeys } from "#local-cloud/s3/sorted-keys.ts";
import { walkKeys } from "#local-cloud/s3/walk.ts";
import { fc } from "#test/support/property.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "\uffee", "\u{1f600}"), maxLength: 6 });

describe("a listing of S3 keys", () => {
  it("is sorted like UTF-8 bytes", () => {
    fc.assert(
      fc.property(
        text,
        text,
        (a, b) => Math.sign(compareUtf8(a, b)) === Buffer.compare(Buffer.from(a), Buffer.from(b)),
      ),
    );
  });

  it("has the same entries in pages as at once, and as the definition", () => {
    const shape = fc.record({
      prefix: fc.constantFrom("", "a", "a/", "é"),
      delimiter: fc.constantFrom("", "/", "b/"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(text), shape, (all, { prefix, delimiter }) => {
        const keys = createSortedKeys();
        for (const key of all) keys.add(key);
        const visible = (key: string) => key.length % 5 !== 4;
        const paged: string[] = [];
        let from: Parameters<typeof walkKeys>[2] = null;
        for (;;) {
          const [entry] = walkKeys(keys, { prefix, delimiter }, from, visible);
          if (!entry) break;
          paged.push("key" in entry ? entry.key : `${entry.prefix}*`);
          from = "key" in entry ? { after: entry.key } : { afterPrefix: entry.prefix };
        }
        const expected = new Set<string>();
        for (const key of [...all].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
          if (!key.startsWith(prefix) || !visible(key)) continue;
          const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
          expected.add(end < 0 ? key : `${key.slice(0, end + delimiter.length)}*`);
        }
        return JSON.stringify(paged) === JSON.stringify([...expected]);
      }),
    );
  });
});
