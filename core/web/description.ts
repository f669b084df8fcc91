import { z } from "zod";

/** The part of the OpenAPI description that the API itself uses: the security scheme with the session cookie's name. */
export const apiDescriptionSchema = z.looseObject({
  components: z.looseObject({ securitySchemes: z.looseObject({ cookie: z.looseObject({}) }) }),
});
export type ApiDescription = z.infer<typeof apiDescriptionSchema>;

export interface WithDescription {
  /** Loads the OpenAPI description of the product. */
  readonly description: () => Promise<ApiDescription>;
}
