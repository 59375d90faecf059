import { Note } from '../../kit/Note';

/** Quiet remarks, such as where the program made a choice of its own. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-3 py-2 text-sm">
      {notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </div>
  );
}
