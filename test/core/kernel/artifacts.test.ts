import { describe, expect, it } from "@jest/globals";
import {
  artifactPath,
  BUILD_OBJECT_PATTERNS,
  buildFolder,
  evidencePath,
  layerPath,
  parseBuildObject,
} from "#core/kernel/artifacts.ts";
import { compilePattern } from "#local-cloud/eventbridge/pattern.ts";
import { fc } from "#test/support/property.ts";

const id = fc.stringMatching(/^[0-9a-z][0-9a-z_.-]{0,20}$/);
const sieve = compilePattern({ key: BUILD_OBJECT_PATTERNS.map((wildcard) => ({ wildcard })) });
const passes = (key: string): boolean => sieve({ key });

describe("the event pattern for builders' objects", () => {
  it("matches every progress and result object of any build", () => {
    const name = fc.constantFrom("progress.json", "result.json");
    fc.assert(
      fc.property(id, id, fc.nat(9), fc.nat(9), name, (tenant, mission, attempt, retry, name) => {
        const key = `${buildFolder(tenant, mission, attempt, retry)}/${name}`;
        expect([passes(key), parseBuildObject(key)]).toEqual([
          true,
          { tenant, mission, attempt, retry, name },
        ]);
      }),
    );
  });

  it("matches no other object", () => {
    fc.assert(
      fc.property(id, id, fc.stringMatching(/^[0-9a-f]{64}$/), (tenant, mission, sha256) => {
        const folder = buildFolder(tenant, mission, 1, 0);
        const others = ["job-0.json", "output.tar.zst", "log.txt"].map((name) => `${folder}/${name}`);
        const keys = [
          artifactPath(tenant, sha256),
          layerPath(sha256),
          evidencePath(tenant, mission),
          ...others,
        ];
        expect(keys.filter(passes)).toEqual([]);
      }),
    );
  });
});
