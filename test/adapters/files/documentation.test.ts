import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { loadDocumentation } from "#adapters/files/documentation.ts";
import { documentation } from "#adapters/providers/documentation.ts";
import { copyDocumentation } from "#lib/bundling/documentation.ts";

const folder = mkdtempSync(join(tmpdir(), "gantry-documentation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the documentation", () => {
  it("is the same beside a deployed function as in the repository", async () => {
    await expect(loadDocumentation(folder)).rejects.toThrow("contains no documentation");
    await copyDocumentation(process.cwd(), folder);
    expect(await loadDocumentation(folder)).toEqual(await loadDocumentation("."));
  });

  it("is read once, when it is first needed", async () => {
    const load = documentation.create({ DOCUMENTATION: "." }, {}, { env: {}, clients: {} });
    expect(await load()).toBe(await load());
    expect((await load())("How do I verify evidence?")[0]?.path).toMatch(/verify/);
  });
});
