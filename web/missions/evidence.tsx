import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { EvidenceSeal } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { Button } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Part } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";

/** The sealed evidence: what to compare, and the pack to download and verify offline. */
export function Evidence({ mission, seal }: { readonly mission: string; readonly seal: EvidenceSeal }) {
  const download = useMutation({
    mutationFn: () =>
      client.evidence({ id: mission }, { redirect: "follow", headers: { accept: "application/zip" } }),
    onSuccess: (bytes) => save(bytes, `${mission}.zip`),
  });
  return (
    <Part title="Evidence" level={2}>
      <p>
        {seal.tree_size} records, seal <Digest value={seal.seal_sha256} label="the digest of the seal" />
      </p>
      {download.isError && <p className="text-bad">{sentenceOf(download.error)}</p>}
      <Button className="mt-2" busy={download.isPending} onClick={() => download.mutate()}>
        <Download aria-hidden className="size-4" />
        Download the evidence
      </Button>
    </Part>
  );
}

function save(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/zip" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
