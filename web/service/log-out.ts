import { forgetSeenPlans } from "../plan/seen-plans.ts";
import { client } from "./client.ts";
import { queries, session } from "./queries.ts";
import { forgetSession } from "./session.ts";

/** Ends the session of this page, also if the service does not respond. */
export async function logOut(): Promise<void> {
  try {
    await client.logOut();
  } finally {
    forgetSession();
    forgetSeenPlans();
    // Nothing of the session is kept for whoever logs in next.
    queries.setQueryData(session.queryKey, { authenticated: false });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== session.queryKey[0] });
  }
}
