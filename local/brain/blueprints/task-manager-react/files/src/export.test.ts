import { expect, test } from "vitest";
import { toCsv } from "./export";
import { readTask, type Task } from "./tasks";

test("CSV quotes what must be quoted and cannot become a formula", () => {
  const tasks = [readTask({ title: "=Tidy, then rest" }, "1") as Task];
  expect(toCsv(tasks)).toMatch(/^title,done/);
  expect(toCsv(tasks)).toContain(`"'=Tidy, then rest",no`);
});
