import { z } from "zod";
import { ERRORS } from "#core/kernel/errors.ts";
import { errorCode } from "#core/web/replies/parts.ts";

/** RFC 9457: members may be added at any time, and clients ignore unknown ones. */
export const problem = z
  .looseObject({
    type: z
      .string()
      .meta({ format: "uri-reference", description: "Address of the description of the code." }),
    title: z.string().describe("Short description of the code."),
    status: z.number().int(),
    detail: z.string().describe("What is wrong in this request, and what would be correct."),
    code: errorCode,
    field: z
      .string()
      .optional()
      .describe("The first invalid field, as a dotted path; empty for the whole request."),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe("All invalid fields."),
    request_id: z.string().optional().describe("Id of the request, as in X-Request-ID."),
    retry_after_seconds: z.number().int().optional(),
  })
  .meta({
    id: "Problem",
    description: "Problem details (RFC 9457) with additional members.",
    examples: [
      {
        type: "/docs#error-InvalidInput",
        title: ERRORS.InvalidInput.title,
        status: 400,
        detail: "message is required.",
        code: "InvalidInput",
        field: "message",
        errors: [{ field: "message", message: "is required" }],
        request_id: "5f0a1c9e-4c7e-4a55-9d0e-0c1f8a6f3b7d",
      },
    ],
  });
