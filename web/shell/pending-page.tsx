import { Skeleton } from "../ui/async.tsx";

/** What stands where a page will be, while its file is loaded. */
export function PendingPage() {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <Skeleton lines={6} />
    </div>
  );
}
