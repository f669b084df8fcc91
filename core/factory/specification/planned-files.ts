import type { SourceFile } from "#core/kernel/files.ts";
import { readSpecification } from "./files.ts";
import type { Planned } from "./planned.ts";
import { readSite } from "./site-files.ts";

/** Reads the specification of an app or a site back from its files. Undefined when they do not form one. */
export const readPlanned = (files: readonly SourceFile[]): Planned | undefined =>
  readSpecification(files) ?? readSite(files);
