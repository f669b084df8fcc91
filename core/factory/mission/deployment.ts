import type { MissionFacts, MissionSignal } from "#core/factory/mission/signals.ts";

/** What a mission has deployed. */
export interface Deployed {
  readonly deployment: string | null;
  readonly preview_url: string | null;
  /** The live address; null before the promotion, and once an earlier release is live again. */
  readonly url: string | null;
  /** The deployment that was promoted, and when; undefined before. */
  readonly promoted?: { readonly deployment: string; readonly at: string };
  /** The check of the live address after the promotion; undefined before. */
  readonly live_check?: MissionFacts["gantry.deployment.checked"];
  /** The earlier release that is live again, because the check failed; undefined otherwise. */
  readonly restored?: MissionFacts["gantry.deployment.restored"];
}

export const NOTHING_DEPLOYED: Deployed = { deployment: null, preview_url: null, url: null };

/** What has changed with one more signal; nothing for signals about other things. */
export function deploymentChange(fact: MissionSignal): Partial<Deployed> {
  switch (fact.type) {
    case "gantry.deployment.previewed":
      return { deployment: fact.data.deployment, preview_url: fact.data.url };
    case "gantry.deployment.promoted": {
      const { deployment, url } = fact.data;
      return { url, promoted: { deployment, at: fact.time } };
    }
    case "gantry.deployment.checked":
      return { live_check: fact.data };
    case "gantry.deployment.restored":
      return { url: null, restored: fact.data };
    default:
      return {};
  }
}
