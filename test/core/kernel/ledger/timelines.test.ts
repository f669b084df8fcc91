import { describe } from "@jest/globals";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { timelineContract } from "./timeline-contract.ts";

const store = memoryStore(noPause);

describe("on the table in memory,", () => timelineContract(() => store));
