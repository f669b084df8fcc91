/** Who is asking: always from a verified session, never from the request's own words. */
export interface Caller {
  readonly tenant: string;
  readonly user: string;
  readonly role: string;
}
