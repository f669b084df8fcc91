/**
 * Thrown by an authorizer for a caller that proved nothing. API Gateway interprets exactly this message: it replies with
 * 401 instead of 403.
 */
export class Unauthorized extends Error {
  override readonly name = "Unauthorized";

  constructor() {
    super("Unauthorized");
  }
}
