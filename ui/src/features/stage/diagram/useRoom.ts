import { type RefCallback, useCallback, useState } from 'react';

export type Size = { width: number; height: number };

/** The size of an element, followed as it changes, and the ref that names the element. */
export function useRoom(): [Size, RefCallback<HTMLElement>] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [size, place];
}
