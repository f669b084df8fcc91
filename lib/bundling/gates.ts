import type { FunctionName, ProgramName } from "#lib/functions.ts";

/**
 * KB (1024 bytes) that the bundle of a function or program may have: a tenth more than it has. Each KB is read and compiled at
 * every cold start, so a gate is raised on purpose: `node_modules/.bin/node bench/bundle-sizes.ts` shows the sizes.
 */
export const GATES: Readonly<Record<FunctionName | ProgramName, number>> = {
  api: 860,
  authorizer: 430,
  "origin-authorizer": 370,
  "ws-authorizer": 445,
  "ws-connect": 340,
  "ws-disconnect": 340,
  "ws-default": 390,
  relay: 710,
  "object-created": 700,
  "task-stopped": 700,
  "execution-ended": 870,
  sweep: 610,
  admit: 690,
  prepare: 810,
  architect: 730,
  check: 780,
  install: 660,
  build: 840,
  "stop-build": 540,
  inspect: 650,
  heal: 720,
  review: 710,
  preview: 870,
  verify: 790,
  promote: 750,
  publish: 1060,
  seal: 860,
  release: 660,
  "origin-key": 370,
  "web-files": 390,
  "npm-process": 1330,
};
