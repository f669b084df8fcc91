import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { readConfig } from "#local/config.ts";

const home = mkdtempSync(join(tmpdir(), "gantry-public-"));
afterAll(() => rmSync(home, { recursive: true }));
const read = (GANTRY_PUBLIC_URL: string) => readConfig({ GANTRY_HOME: home, GANTRY_PUBLIC_URL }, "/none");

it("the public address is an http or https address, or is not set", () => {
  expect(read("https://gantry.example.com/").GANTRY_PUBLIC_URL?.origin).toBe("https://gantry.example.com");
  expect(read("").GANTRY_PUBLIC_URL).toBeUndefined();
  for (const wrong of ["gantry.example.com", "http://127.0.0.1:5050", "https://gantry.example.com/x"])
    expect(() => read(wrong)).toThrow("GANTRY_PUBLIC_URL: must be an http or https address");
});
