import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { PARTS, partsBelow } from "../../scripts/mutation/parts.ts";

describe("mutation testing", () => {
  it.each(PARTS)("of %s has the folder and tests beside it", (part) => {
    expect([part, `test/${part}`].map((folder) => existsSync(folder))).toEqual([true, true]);
  });

  it("judges a folder below a part once", () => {
    expect(partsBelow("core/kernel")).toEqual(["core/kernel/ledger"]);
    expect(partsBelow("core/governance")).toEqual([]);
  });

  it.each(["core/web", "core/kernels", "../core/kernel"])(
    "refuses %s, which is in none of its parts, and names them",
    (path) => {
      const { status, stderr } = spawnSync(process.execPath, ["scripts/mutation/mutate.mjs", path], {
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `'${path}' is not in a mutated part; the parts are ${PARTS.join(", ")}.\n`,
      });
    },
  );
});
