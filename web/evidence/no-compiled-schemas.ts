import { config } from "zod";

/**
 * Loaded before any schema: zod tries whether it may compile them, which the policy of the page forbids and reports as a
 * violation.
 */
config({ jitless: true });
