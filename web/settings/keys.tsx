import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { KeyRound, Smartphone } from "lucide-react";
import type { Key } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { keys, queries } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { Older } from "../ui/older.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Time } from "../ui/time.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { NewKey } from "./new-key.tsx";

/** The keys of the person's devices, and of services for those who manage them; and the way to a new one. */
export function Keys() {
  const { settings } = useWords();
  const query = useInfiniteQuery(keys);
  return (
    <div className="space-y-5">
      <Async query={query}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.keys);
          if (found.length === 0) return <Empty title={settings.noKeys} />;
          return (
            <ul
              aria-label={settings.devices}
              className="divide-y divide-line rounded-panel border border-line bg-panel"
            >
              {found.map((key) => (
                <Row key={key.key_id} known={key} />
              ))}
            </ul>
          );
        }}
      </Async>
      <Older query={query} label={settings.olderKeys} />
      <NewKey />
    </div>
  );
}

function Row({ known }: { readonly known: Key }) {
  const { settings } = useWords();
  const { key_id, kind, name, created_by, expires_at, revoked_at, status } = known;
  const revoke = useMutation({
    mutationFn: () => client.revokeKey({ id: key_id }),
    onSettled: () => queries.invalidateQueries(keys),
  });
  const Icon = kind === "device" ? Smartphone : KeyRound;
  const isActive = status === "active";
  const end = <Time at={revoked_at ?? expires_at} />;
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-40">
          <bdi className="font-medium">{name}</bdi>
          <p className="text-sm text-muted">
            {settings.kinds[kind]}, {settings.createdBy(created_by)},{" "}
            {inline(isActive ? settings.ends(end) : settings.ended(end))}
          </p>
        </div>
        {isActive ? (
          <ConfirmButton
            label={settings.revoke}
            about={name}
            question={settings.askRevoke(name)}
            busy={revoke.isPending}
            confirm={() => revoke.mutate()}
          />
        ) : (
          <span className="text-sm text-muted">{settings.keyStatus[status]}</span>
        )}
      </div>
      {revoke.isError && <Notice kind="error">{sentenceOf(revoke.error)}</Notice>}
    </li>
  );
}
