import { Share2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";

// Few missions are shared.
const ShareDialog = lazy(() => import("./share-dialog.tsx"));

/** Opens what shares a mission. */
export function ShareButton({ mission }: { readonly mission: string }) {
  const { share } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Share2 aria-hidden className="size-4" />
        {share.share}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog mission={mission} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
