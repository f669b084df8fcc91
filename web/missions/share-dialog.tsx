import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Share } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { queries, shareOf } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";

interface ShareDialogProps {
  readonly mission: string;
  readonly close: () => void;
}

/** Creates the link of a mission, which is shown once, and revokes it. */
export default function ShareDialog({ mission, close }: ShareDialogProps) {
  const { share, ui } = useWords();
  const query = useQuery(shareOf(mission));
  return (
    <Dialog title={share.title} close={close}>
      <p className="mt-2 text-muted">{share.lead}</p>
      <div className="mt-4 space-y-4">
        <Async query={query}>{(shared) => <Sharing share={shared} />}</Async>
      </div>
      <div className="mt-5 flex justify-end">
        <Button kind="quiet" onClick={close}>
          {ui.back}
        </Button>
      </div>
    </Dialog>
  );
}

function Sharing({ share: shared }: { readonly share: Share }) {
  const { mission_id: id } = shared;
  const { share, formats } = useWords();
  const [evidence, setEvidence] = useState(false);
  const keep = (next: Share) => queries.setQueryData(shareOf(id).queryKey, next);
  const create = useMutation({
    mutationFn: (withEvidence: boolean) => client.shareMission({ id, evidence: withEvidence }),
    onSuccess: ({ link: _, ...next }) => keep(next),
  });
  const revoke = useMutation({
    mutationFn: () => client.unshareMission({ id }),
    onSuccess: (next) => {
      create.reset();
      keep(next);
    },
  });
  const trouble = create.error ?? revoke.error;
  const busy = create.isPending || revoke.isPending;
  return (
    <>
      {trouble && <Notice kind="error">{sentenceOf(trouble)}</Notice>}
      {shared.shared && <Created link={create.data?.link ?? null} />}
      {shared.shared && shared.shared_by !== null && shared.shared_at !== null && (
        <p>{share.sharedBy(shared.shared_by, formats.moment(new Date(shared.shared_at)))}</p>
      )}
      {!shared.shared && shared.revoked_at !== null && (
        <p>{share.revokedAt(formats.moment(new Date(shared.revoked_at)))}</p>
      )}
      <Switch
        label={share.withEvidence}
        checked={shared.shared ? shared.evidence : evidence}
        disabled={busy}
        set={(checked) => (shared.shared ? create.mutate(checked) : setEvidence(checked))}
      />
      <p className="text-sm text-muted">{share.evidenceWarning}</p>
      {shared.shared ? (
        <Button kind="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          {share.revoke}
        </Button>
      ) : (
        <Button kind="primary" busy={create.isPending} onClick={() => create.mutate(evidence)}>
          {share.create}
        </Button>
      )}
    </>
  );
}

function Created({ link }: { readonly link: string | null }) {
  const { share } = useWords();
  if (link === null) return <Notice kind="info">{share.shownBefore}</Notice>;
  const address = new URL(link, location.href).href;
  return (
    <Notice kind="done">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label={share.link} readOnly value={address} onFocus={({ target }) => target.select()} />
        </div>
        <CopyButton value={address} label={share.theLink} />
      </div>
      <p className="mt-1 text-sm text-muted">{share.shownOnce}</p>
    </Notice>
  );
}
