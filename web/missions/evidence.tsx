import { useMutation } from "@tanstack/react-query";
import { Download, ShieldCheck } from "lucide-react";
import { lazy, Suspense } from "react";
import type { EvidenceSeal } from "#sdk/typescript/api.ts";
import { ARCHIVE, client } from "../service/client.ts";
import { save } from "../service/save.ts";
import { Skeleton } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Part } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

// The verifier is larger than the rest of the page, and not everybody verifies.
const Verification = lazy(() => import("../evidence/verification.tsx"));

/** The sealed evidence: what to compare, the pack to download, and the verifier in this browser. */
export function Evidence({ mission, seal }: { readonly mission: string; readonly seal: EvidenceSeal }) {
  const { missions } = useWords();
  const download = useMutation({
    mutationFn: () => packOf(mission),
    onSuccess: (bytes) => save(bytes, `${mission}.zip`),
  });
  const verify = useMutation({ mutationFn: () => packOf(mission) });
  const trouble = download.error ?? verify.error;
  return (
    <Part title={missions.evidence} level={2}>
      <p>
        {inline(
          missions.sealed(seal.tree_size, <Digest value={seal.seal_sha256} label={missions.theSeal} />),
        )}
      </p>
      {trouble && <Notice kind="error">{sentenceOf(trouble)}</Notice>}
      <div className="my-2 flex flex-wrap gap-2">
        <Button busy={verify.isPending} onClick={() => verify.mutate()}>
          <ShieldCheck aria-hidden className="size-4" />
          {missions.verifyHere}
        </Button>
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          <Download aria-hidden className="size-4" />
          {missions.downloadEvidence}
        </Button>
      </div>
      {verify.data && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <Verification zip={verify.data} mission={mission} />
        </Suspense>
      )}
    </Part>
  );
}

function packOf(mission: string): Promise<Uint8Array> {
  return client.evidence({ id: mission }, ARCHIVE);
}
