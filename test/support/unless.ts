import { describe, it } from "@jest/globals";

/** Runs a test or a group, or skips it under a name that says why. */
type Block = (name: string, run: () => void | Promise<void>) => void;

/** Tests that run unless something is missing here: what that is, or undefined. */
export const itUnless = (missing: string | undefined): Block =>
  missing === undefined ? it : (name, run) => it.skip(skipped(name, missing), run);

/** The same for a group of tests. */
export const describeUnless = (missing: string | undefined): ((name: string, run: () => void) => void) =>
  missing === undefined ? describe : (name, run) => describe.skip(skipped(name, missing), run);

export const noRoot = process.geteuid?.() === 0 ? undefined : "needs root";
export const noLinux = process.platform === "linux" ? undefined : "needs Linux";

const skipped = (name: string, why: string): string => `${name} (skipped: ${why})`;
