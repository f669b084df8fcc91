import { testCases } from "./cases.ts";

testCases(5);
