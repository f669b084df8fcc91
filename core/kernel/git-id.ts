import { z } from "zod";

/** The id of a git object: its SHA-1 in lower-case hexadecimal. */
export const gitIdSchema = (of: "commit" | "tree") =>
  z.string().regex(/^[0-9a-f]{40}$/, `must be the id of a git ${of}`);
