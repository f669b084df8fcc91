import type { FunctionName } from "#lib/functions.ts";

/**
 * KB (1024 bytes) that a function's bundle may have: a tenth more than it has. Each KB is read and compiled at
 * every cold start, so a gate is raised on purpose: `node_modules/.bin/node bench/bundle-sizes.ts` shows the sizes.
 */
export const GATES: Readonly<Record<FunctionName, number>> = {
  api: 900,
  authorizer: 335,
  "ws-authorizer": 350,
  "ws-connect": 340,
  "ws-disconnect": 340,
  "ws-default": 390,
  relay: 540,
  "object-created": 610,
  "task-stopped": 605,
  "execution-ended": 765,
  sweep: 440,
  admit: 520,
  prepare: 710,
  architect: 635,
  check: 680,
  install: 1790,
  build: 740,
  "stop-build": 380,
  inspect: 555,
  heal: 635,
  review: 620,
  preview: 780,
  verify: 690,
  promote: 780,
  publish: 870,
  seal: 765,
  release: 500,
  "web-files": 500,
};
