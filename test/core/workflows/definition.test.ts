import { describe, expect, it } from "@jest/globals";
import { definitionSchema } from "#core/workflows/definition.ts";
import { workflowRef } from "#core/workflows/pin-definition.ts";
import { fc, runs } from "#test/support/property.ts";
import { definition, definitions, directive, tool } from "./definitions.ts";

const faultsOf = (value: unknown) =>
  definitionSchema.safeParse(value).error?.issues.map(({ message }) => message);

describe("a workflow definition", () => {
  it("is accepted in every form that can run", () => {
    fc.assert(
      fc.property(definitions(), (each) => {
        expect(faultsOf(each)).toBeUndefined();
      }),
      { numRuns: runs(200) },
    );
  });

  it("is pinned by the digest of its canonical JSON", () => {
    const one = definition([tool("a")]);
    const { id, title, ...rest } = one;
    expect(workflowRef({ ...rest, title, id })).toEqual(workflowRef(one));
    expect(workflowRef(one)).toEqual({
      id: "test.workflow",
      version: "1",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(workflowRef({ ...one, title: "Another" }).sha256).not.toBe(workflowRef(one).sha256);
  });

  it.each([
    ["two steps of one name", [tool("a"), tool("a")], "has two steps named a"],
    [
      "a dependency on no step",
      [tool("a", { depends_on: ["b"] })],
      "step a depends on b, which is not another step of its list",
    ],
    [
      "a dependency on itself",
      [tool("a", { depends_on: ["a"] })],
      "step a depends on a, which is not another step of its list",
    ],
    [
      "a circle",
      [tool("a", { depends_on: ["c"] }), tool("b"), tool("c")],
      "steps a, b, c depend on each other in a cycle",
    ],
    [
      "a dependency on a step within another",
      [
        { kind: "parallel", id: "p", title: "p", branches: [[tool("a")], [tool("b")]] },
        tool("c", { depends_on: ["a"] }),
      ],
      "step c depends on a, which is not another step of its list",
    ],
    [
      "a result that is not there yet",
      [tool("a", { args: { url: { from: "steps.b.url" } } }), tool("b")],
      "step a uses the result of b, which may not exist when it starts",
    ],
    [
      "a result of a branch beside it",
      [
        {
          kind: "parallel",
          id: "p",
          title: "p",
          branches: [[tool("a")], [tool("b", { args: { from: "steps.a.url" } })]],
        },
      ],
      "step b uses the result of a, which may not exist when it starts",
    ],
    [
      "a result that a choice may leave out",
      [
        {
          kind: "choice",
          id: "c",
          title: "c",
          options: [{ when: { equals: [1, 1] }, steps: [tool("a")] }],
          otherwise: { steps: [] },
        },
        tool("b", { args: { from: "steps.a.url" } }),
      ],
      "step b uses the result of a, which may not exist when it starts",
    ],
    [
      "its own result in its arguments",
      [directive("a", { args: { from: "steps.a.url" } })],
      "step a uses the result of a, which may not exist when it starts",
    ],
  ])("is refused with %s", (_, steps, fault) => {
    expect(faultsOf(definition(steps as never))).toEqual([fault]);
  });

  it("may use a step's own result in its compensation", () => {
    const undo = { tool: "deploy.promote", args: { deployment: { from: "steps.a.deployment" } } };
    expect(faultsOf(definition([directive("a", { compensate: undo })]))).toBeUndefined();
  });

  it("is refused with an invalid path", () => {
    expect(faultsOf(definition([tool("a", { args: { project: { from: "output.x" } } })]))?.join()).toContain(
      "that is not a path such as input.project",
    );
  });
});
