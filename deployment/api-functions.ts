import { RESERVED_CONCURRENCY } from "#core/operations/installation.ts";
import {
  ARM,
  DESCRIPTION,
  DOCUMENTATION_FOLDER,
  type FunctionRow,
  LIBRARY_SOURCE,
  POLICY_SOURCE,
  WITH_POLICY,
} from "./function-row.ts";

/** Functions behind the REST API and the WebSocket API (apis.ts), the one that the outbox feeds (outbox.ts), and one that it invokes. */
export const API_FUNCTIONS = {
  api: {
    entry: "lambdas/api/main.ts",
    description: "Handles requests of the REST API.",
    seconds: 29,
    memory: 1024,
    maxKb: 1230,
    ...WITH_POLICY,
    files: [POLICY_SOURCE, DESCRIPTION, LIBRARY_SOURCE, DOCUMENTATION_FOLDER],
  },
  "api-stream": {
    entry: "lambdas/api/stream.ts",
    description: "Handles requests of the REST API whose replies are streamed.",
    seconds: 90,
    memory: 1024,
    maxKb: 1200,
    ...WITH_POLICY,
    files: [POLICY_SOURCE, LIBRARY_SOURCE, DOCUMENTATION_FOLDER],
  },
  authorizer: {
    entry: "lambdas/api/authorizer.ts",
    description: "Authenticates requests of the REST API.",
    seconds: 10,
    memory: 512,
    maxKb: 430,
    ...ARM,
  },
  "origin-authorizer": {
    entry: "lambdas/api/origin-authorizer.ts",
    description: "Checks that a request came through the edge.",
    seconds: 10,
    memory: 256,
    maxKb: 370,
    ...ARM,
  },
  "ws-authorizer": {
    entry: "lambdas/ws/authorizer.ts",
    description: "Redeems the ticket that opens a socket.",
    seconds: 10,
    memory: 512,
    maxKb: 445,
    ...ARM,
  },
  "ws-connect": {
    entry: "lambdas/ws/connect.ts",
    description: "Stores an open socket.",
    seconds: 10,
    memory: 256,
    maxKb: 340,
    ...ARM,
  },
  "ws-disconnect": {
    entry: "lambdas/ws/disconnect.ts",
    description: "Removes a closed socket.",
    seconds: 10,
    memory: 256,
    maxKb: 340,
    ...ARM,
  },
  "ws-default": {
    entry: "lambdas/ws/default.ts",
    description: "Sends the hints that a socket has missed.",
    seconds: 10,
    memory: 256,
    maxKb: 390,
    ...ARM,
  },
  consultant: {
    entry: "lambdas/events/consultant.ts",
    description:
      "Answers a message of a consultation about a change, or when a language model takes longer than a request.",
    seconds: 120,
    memory: 512,
    maxKb: 1250,
    ...WITH_POLICY,
    files: [POLICY_SOURCE, LIBRARY_SOURCE],
  },
  relay: {
    entry: "lambdas/events/relay.ts",
    description: "Starts missions and sends hints, in the order of the outbox.",
    seconds: 60,
    memory: 512,
    maxKb: 790,
    ...ARM,
    reserved: RESERVED_CONCURRENCY.relay,
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

/** The function that answers messages of consultations after their requests. */
export const CONSULTANT_FUNCTION = "consultant" satisfies keyof typeof API_FUNCTIONS;

export type ApiFunctionName = keyof typeof API_FUNCTIONS;
