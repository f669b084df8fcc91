import { describe, expect, it } from "@jest/globals";
import {
  artifactPath,
  BUILD_OBJECT_PATTERNS,
  buildFolder,
  evidencePath,
  getArtifact,
  getJsonArtifact,
  layerPath,
  parseBuildObject,
  putArtifact,
} from "#core/kernel/artifacts.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { compilePattern } from "#local-cloud/eventbridge/pattern.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryObjects } from "#test/support/memory-ports.ts";
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

describe("where things lie in the bucket", () => {
  it("is the same for ever", () => {
    expect(artifactPath("tn_1", "abc")).toBe("t/tn_1/artifacts/abc");
    expect(layerPath("abc")).toBe("layers/abc.tar.zst");
    expect(buildFolder("tn_1", "m_1", 2, 0)).toBe("t/tn_1/missions/m_1/builds/2/0");
    expect(evidencePath("tn_1", "m_1")).toBe("t/tn_1/missions/m_1/evidence.zip");
  });

  it.each([
    "x/t/tn_1/missions/m_1/builds/1/0/result.json",
    "t/tn_1/missions/m_1/builds/1/0/result.json/x",
    "t/tn_1/missions/m_1/builds/1/0/resultxjson",
    "t/tn_1/missions/m_1/builds/1/0/progressxjson",
    "t/tn_1/missions/m_1/builds/one/0/result.json",
    "t/tn_1/missions/m_1/builds/1/x/result.json",
    "t/tn_1/x/missions/m_1/builds/1/0/result.json",
    "t/tn_1/missions//builds/1/0/result.json",
  ])("is no build's at %s", (key) => {
    expect(parseBuildObject(key)).toBeUndefined();
  });

  it("is a build's with numbers of several digits", () => {
    expect(parseBuildObject("t/tn_1/missions/m_1/builds/12/34/result.json")).toMatchObject({
      attempt: 12,
      retry: 34,
    });
  });
});

describe("an artefact", () => {
  it("lies under the digest of its bytes, as JSON unless it is something else", async () => {
    const objects = memoryObjects(noPause);
    const types: (string | undefined)[] = [];
    const watched = {
      ...objects,
      put: (key: string, bytes: Uint8Array | string, type?: string) => {
        types.push(type);
        return objects.put(key, bytes, type);
      },
    };
    const sha256 = await putArtifact(watched, "tn_1", '{"a":1}');
    await putArtifact(watched, "tn_1", "x", "text/plain");
    expect(sha256).toBe(sha256Hex('{"a":1}'));
    expect(types).toEqual(["application/json", "text/plain"]);
    expect(await getArtifact(objects, "tn_1", sha256)).toEqual(new TextEncoder().encode('{"a":1}'));
    expect(await getJsonArtifact(objects, "tn_1", sha256)).toEqual({ a: 1 });
  });

  it("that is missing, damaged, another tenant's or too large is not returned", async () => {
    const objects = memoryObjects(noPause);
    const sha256 = await putArtifact(objects, "tn_1", "bytes");
    await objects.put(artifactPath("tn_1", "0".repeat(64)), "others");
    const internal = { code: "Internal" };
    await expect(getArtifact(objects, "tn_1", "0".repeat(64))).rejects.toMatchObject(internal);
    await expect(getArtifact(objects, "tn_1", "1".repeat(64))).rejects.toMatchObject(internal);
    await expect(getArtifact(objects, "tn_2", sha256)).rejects.toMatchObject(internal);
    await expect(getArtifact(objects, "tn_1", sha256, 4)).rejects.toMatchObject({ code: "TooLarge" });
    expect(await getArtifact(objects, "tn_1", sha256, 5)).toHaveLength(5);
  });

  it("may be 64 MiB unless another limit is given", async () => {
    const limits: number[] = [];
    const objects = {
      ...memoryObjects(noPause),
      get: async (_: string, most: number) => void limits.push(most),
    };
    await getArtifact(objects, "tn_1", "0".repeat(64)).catch(() => undefined);
    expect(limits).toEqual([67_108_864]);
  });
});
