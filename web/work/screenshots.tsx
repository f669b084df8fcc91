import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Attempt } from "#sdk/typescript/api.ts";
import { screenshot } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Part } from "../ui/panel.tsx";
import { useObjectUrl } from "../ui/use-object-url.ts";
import { useWords } from "../words/words.ts";

type Picture = NonNullable<Attempt["acceptance"]>["screenshots"][number];

interface ScreenshotsProps {
  readonly mission: string;
  readonly screenshots: readonly Picture[];
}

/** The app as its checks left it, side by side on a desktop and a phone. */
export function Screenshots({ mission, screenshots }: ScreenshotsProps) {
  const { work } = useWords();
  if (screenshots.length === 0) return null;
  return (
    <Part title={work.screenshots}>
      <div className="flex flex-wrap items-start gap-4">
        {screenshots.map((picture) => (
          <Shown key={picture.sha256} mission={mission} picture={picture} />
        ))}
      </div>
    </Part>
  );
}

function Shown({
  mission,
  picture: { sha256, width },
}: {
  readonly mission: string;
  readonly picture: Picture;
}) {
  const { work } = useWords();
  const query = useQuery(screenshot(mission, sha256));
  const url = useObjectUrl(
    useMemo(() => query.data && new Blob([new Uint8Array(query.data)], { type: "image/png" }), [query.data]),
  );
  return (
    // Both have the same height, so that they stand side by side.
    <figure className="min-w-0">
      <Async query={query} lines={4}>
        {() => (
          <img
            src={url}
            alt={work.screenshotAt(width)}
            className="h-80 w-auto max-w-full rounded-lg border border-line object-contain object-top"
          />
        )}
      </Async>
      <figcaption className="mt-1 text-sm text-muted">{work.pixels(width)}</figcaption>
    </figure>
  );
}
