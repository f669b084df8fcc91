import { NODE_API } from "./node-api/node-api.ts";
import type { Stack } from "./stack.ts";
import { STATIC } from "./static/static.ts";
import { VITE_REACT } from "./vite-react/vite-react.ts";

/** All stacks, in the order of prompts and schemas. */
export const STACKS = [STATIC, VITE_REACT, NODE_API] as const;

export type StackName = (typeof STACKS)[number]["name"];
export const STACK_NAMES = STACKS.map(({ name }) => name) as [StackName, ...StackName[]];

/** The stack of apps that are generated from a specification. */
export const GENERATED_STACK = "static" satisfies StackName;

export function stackOf(name: StackName): Stack {
  return STACKS.find((stack) => stack.name === name) as Stack;
}
