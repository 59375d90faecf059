/** A duration in microseconds as milliseconds with as many digits as mean something: `0.84 ms`, `12 ms`, `1.5 s`. */
export function tookText(us: number): string {
  if (us >= 1_000_000) return `${(us / 1_000_000).toFixed(1)} s`;
  const ms = us / 1000;
  return `${ms >= 10 ? Math.round(ms) : ms.toFixed(2)} ms`;
}

const units = ['bytes', 'KB', 'MB'] as const;

/** A size as people read it: `512 bytes`, `64 KB`. */
export function sizeText(bytes: number): string {
  let size = bytes;
  for (const unit of units) {
    if (size < 1024 || unit === 'MB')
      return `${unit === 'bytes' ? size : size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
    size /= 1024;
  }
  return `${bytes} bytes`;
}
