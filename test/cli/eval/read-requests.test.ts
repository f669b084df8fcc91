import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parseRequests } from "#cli/eval/read-requests.ts";

const FILE = "requests.jsonl";

describe("a file of requests", () => {
  it("has JSON objects or sentences, and names requests after their lines", () => {
    const requests = parseRequests(
      '# books\n\na book list\n{"id":"two","say":["a","b"],"is":"plan"}\r\n',
      FILE,
    );
    expect(requests.map(({ id, say, is, lang }) => ({ id, say, is, lang }))).toEqual([
      { id: "line-3", say: ["a book list"], is: undefined, lang: "en" },
      { id: "two", say: ["a", "b"], is: "plan", lang: "en" },
    ]);
  });

  it("has paraphrases with the labels of the request that they name, and without its changes", () => {
    const [original, other] = parseRequests(
      '{"id":"a","say":["a"],"is":"plan","met":["view board"],"changes":[{"say":["b"]}]}\n{"same_as":"a","say":["A!"],"lang":"de"}',
      FILE,
    );
    expect(original?.changes).toHaveLength(1);
    expect(other).toMatchObject({
      ...{ id: "line-2", same_as: "a", say: ["A!"], lang: "de" },
      ...{ is: "plan", met: ["view board"], changes: [] },
    });
  });

  it.each(["requests", "held-out", "everyday", "fresh", "changes", "paraphrases"])(
    "is read: test/cases/%s.jsonl",
    (name) => {
      const content = readFileSync(join(import.meta.dirname, `../../cases/${name}.jsonl`), "utf8");
      expect(parseRequests(content, FILE).length).toBe(content.match(/^\{/gm)?.length);
    },
  );

  it.each([
    ['{"say":[]}', "line 1: say: "],
    ['{"say":["a"],"is":"maybe"}', "line 1: is: "],
    ['{"say":["a"],"expect":"plan"}', 'line 1: the object: Unrecognized key: "expect"'],
    ['a\n{"say":["a"]', "line 2: is not valid JSON."],
    ['{"id":"../x","say":["a"]}', "line 1: id: must consist of small letters, digits and hyphens"],
    ['{"id":"a","say":["a"]}\n{"id":"a","say":["b"]}', "two requests have the id a."],
    ['{"say":["a"],"checks":[{"name":"x","steps":[{"do":"jump"}]}]}', "line 1: checks.0.steps.0"],
    ['{"say":["a"],"changes":[{"say":["b"],"edit":{"find":"x"}}]}', "line 1: changes.0.edit.replace: "],
    [
      '{"id":"a","say":["a"]}\n{"same_as":"b","say":["b"]}',
      "line-2: same_as: the file has no request with the id b",
    ],
    ['{"id":"a","say":["a"]}\n{"same_as":"a","say":["b"],"is":"plan"}', "none of its own"],
    [
      '{"id":"a","say":["a"]}\n{"id":"b","same_as":"a","say":["b"]}\n{"same_as":"b","say":["c"]}',
      "no request with the id b that is no paraphrase itself",
    ],
    ["\n# nothing\n", "has no requests."],
  ])("is refused with its line and member: %j", (content, message) => {
    expect(() => parseRequests(content, FILE)).toThrow(message);
  });
});
