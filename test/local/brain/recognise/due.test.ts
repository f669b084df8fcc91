import { expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const dueOf = (request: string) =>
  readRequest([request]).specification?.behaviours.find(({ kind }) => kind === "due");

it.each([
  ["coupon list", "redeemed"],
  ["a list of items I lent: loaned items", "returned"],
  ["bills", "paid"],
])("a record of %j is no longer due once %s is set", (request, field) => {
  expect(dueOf(request)).toMatchObject({ done: [{ field, is: "equal", value: true }] });
});

it("a task is no longer due once its status is done", () => {
  expect(dueOf("tasks with a chart")).toMatchObject({ done: [{ field: "status", value: "done" }] });
});
