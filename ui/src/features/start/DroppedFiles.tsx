import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { followDraggedFiles } from '../../api/dragged';
import { showToast } from '../../kit/Toasts';
import { useOpening } from './useOpening';

/** Opens the workspace that is dropped anywhere on the window, and says so while it is dragged over it. */
export function DroppedFiles() {
  const [isOver, setOver] = useState(false);
  const { open, fault } = useOpening();
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const following = followDraggedFiles(({ step, paths }) => {
      setOver(step === 'over');
      if (step === 'dropped') drop(paths, latest.current);
    });
    return () => void following.then((stop) => stop());
  }, []);
  const detail = fault ? `${fault.message} ${fault.next}` : null;
  useEffect(() => {
    if (detail !== null) showToast({ tone: 'bad', title: 'The file was not opened', detail });
  }, [detail]);
  if (!isOver) return null;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-accent-soft/80"
    >
      <p className="m-0 flex items-center gap-3 rounded-lg border border-line bg-raised px-5 py-4 text-lg font-semibold shadow-pop">
        <FileDown aria-hidden size={22} className="text-accent" />
        Drop the workspace to open it
      </p>
    </div>
  );
}

function drop(paths: readonly string[], open: (path: string) => void): void {
  const [path, ...others] = paths;
  if (others.length > 0) {
    showToast({
      tone: 'bad',
      title: 'One workspace is open at a time',
      detail: `${paths.length} files were dropped; drop the one you want.`,
    });
  } else if (path !== undefined) open(path);
}
