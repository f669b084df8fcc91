import { describe, expect, it } from "@jest/globals";
import { jsonIn } from "#core/model/json-in.ts";

describe("the JSON in a text", () => {
  it.each([
    ["alone", '{"a":1}', [{ a: 1 }]],
    ["in a fence with prose around it", 'Sure {thing}!\n```json\n{"a":1}\n```\nDone {really}.', [{ a: 1 }]],
    ["after an example", 'Not {"b":2} but {"a":1}', [{ b: 2 }, { a: 1 }]],
    ["with braces and quotes inside strings", '{"a":"} \\" {"}', [{ a: '} " {' }]],
    ["nested", '{"a":{"b":{}}}', [{ a: { b: {} } }]],
    ["inside broken JSON", '{"x": {"a":1}', [{ a: 1 }]],
    ["truncated", '{"a":"b', []],
    ["absent", "I would rather not.", []],
  ])("is found %s", (_where, text, found) => {
    expect([...jsonIn(text)]).toEqual(found);
  });

  it("is not searched for without end in a text of braces", () => {
    expect([...jsonIn("{".repeat(300_000))]).toEqual([]);
    expect([...jsonIn(`${"{ ".repeat(250)}{"a":1}`)]).toEqual([]);
  });
});
