import { findMission } from "#core/factory/mission/find.ts";
import {
  isShared,
  type Share,
  type ShareFacts,
  shareDigest,
  shareRef,
  shares,
} from "#core/factory/mission/share/share.ts";
import { sharedItem, shareLookup } from "#core/factory/mission/share/share-lookup.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Actor, SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Shares a mission with everybody who has its link. Only the request that creates the link returns its token, of which a
 * digest is stored; if the mission is shared already, the token is null and only `evidence` is set. The look-up item is
 * stored before the signal: a token without a signal opens nothing. Throws NotFound.
 */
export async function shareMission(
  { store, ledger, ids }: WithStore & WithLedger & WithIds,
  person: HumanCaller,
  id: string,
  { evidence }: Pick<Share, "evidence">,
): Promise<{ share: Share; token: string | null }> {
  const { tenant, principal: shared_by } = person;
  const { id: mission_id } = await findMission({ ledger }, person, id);
  const opened = await ledger.open(shares, shareRef(tenant, mission_id));
  const token = isShared(opened.state) ? null : ids.secret();
  const token_sha256 = token && shareDigest(token);
  if (token_sha256)
    await store.transact([{ put: sharedItem(token_sha256, { tenant, mission_id }), when: { absent: true } }]);
  const { state: share } = await opened.append((current) => {
    if (isShared(current))
      return current.evidence === evidence
        ? null
        : drafts("gantry.share.changed", { mission_id, evidence }, human(person));
    return token_sha256 === null
      ? null
      : drafts("gantry.share.created", { mission_id, token_sha256, evidence, shared_by }, human(person));
  });
  if (share.token_sha256 === token_sha256) return { share, token };
  // Another request shared the mission first, and only its link is valid.
  if (token_sha256) await store.transact([{ delete: shareLookup(token_sha256) }]);
  return { share, token: null };
}

/**
 * Revokes the link of a mission; null if it was never shared. The signal comes first: from then on the link opens
 * nothing, whether or not its look-up item is deleted. Idempotent. Throws NotFound.
 */
export async function unshareMission(
  { store, ledger }: WithStore & WithLedger,
  person: HumanCaller,
  id: string,
): Promise<Share | null> {
  const { id: mission_id } = await findMission({ ledger }, person, id);
  const { state } = await ledger.append(shares, shareRef(person.tenant, mission_id), (share) =>
    isShared(share) ? drafts("gantry.share.revoked", { mission_id }, human(person)) : null,
  );
  // Null before the first signal.
  const share = state as Share | null;
  if (share) await store.transact([{ delete: shareLookup(share.token_sha256) }]);
  return share;
}

/** How a mission is shared; null if it never was. Throws NotFound. */
export async function readShare(
  { ledger }: WithLedger,
  person: HumanCaller,
  id: string,
): Promise<Share | null> {
  const mission = await findMission({ ledger }, person, id);
  return ledger.load<Share>(shareRef(person.tenant, mission.id));
}

function drafts<F extends keyof ShareFacts>(
  type: F,
  data: ShareFacts[F],
  actor: Actor,
): { drafts: SignalDraft[] } {
  return { drafts: [{ type, data: { ...data }, actor }] };
}
