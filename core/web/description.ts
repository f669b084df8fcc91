import type { z } from "zod";
import type { description } from "#core/web/replies/service.ts";

export interface WithDescription {
  /** The OpenAPI description of the API, as it was written with the product. */
  readonly description: () => Promise<z.infer<typeof description>>;
}
