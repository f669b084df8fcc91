import { z } from "zod";

/** What serves the API knows of its OpenAPI description: where the name of the session's cookie is. */
export const apiDescriptionSchema = z.looseObject({
  components: z.looseObject({ securitySchemes: z.looseObject({ cookie: z.looseObject({}) }) }),
});
export type ApiDescription = z.infer<typeof apiDescriptionSchema>;

export interface WithDescription {
  /** The description as it was written with the product. */
  readonly description: () => Promise<ApiDescription>;
}
