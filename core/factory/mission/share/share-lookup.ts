import { z } from "zod";
import { idSchema } from "#core/kernel/ids.ts";
import { type Key, lookupKey } from "#core/kernel/keys.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** What the digest of a link's token leads to. */
export const sharedItemSchema = z.object({
  kind: z.literal("share"),
  tenant: idSchema,
  mission_id: idSchema,
});

/** Primary key of the look-up item of a link, by the digest of its token. */
export const shareLookup = (token_sha256: string): Key => lookupKey(token_sha256);

export const sharedItem = (
  token_sha256: string,
  shared: { readonly tenant: string; readonly mission_id: string },
): Item => ({ ...shareLookup(token_sha256), kind: "share", ...shared });
