import { type ReactNode, useState } from 'react';
import { TextField } from '../../kit/TextField';

/** Which calls meet the fault, by a part of their path; handed on when it is left or Enter is pressed. */
export function FaultPath({ path, onChange }: { path: string; onChange: (path: string) => void }) {
  const [typed, setTyped] = useState(path);
  const done = () => typed !== path && onChange(typed);
  return (
    <OnEnter done={done}>
      <TextField
        label="Path holds"
        placeholder="Every path"
        value={typed}
        onChange={setTyped}
        onBlur={done}
        className="min-w-32 flex-1"
      />
    </OnEnter>
  );
}

export type FaultNumberProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  className: string;
};

/** A whole number of a fault; what is no number is not handed on, and the number before comes back. */
export function FaultNumber({ label, value, onChange, className }: FaultNumberProps) {
  const [typed, setTyped] = useState(String(value));
  const done = () => {
    const number = Number(typed);
    if (!Number.isInteger(number) || typed.trim() === '') setTyped(String(value));
    else if (number !== value) onChange(number);
  };
  return (
    <OnEnter done={done}>
      <TextField
        label={label}
        value={typed}
        onChange={setTyped}
        onBlur={done}
        inputMode="numeric"
        isFigure
        className={className}
      />
    </OnEnter>
  );
}

/** Enter hands on what leaving the field would. */
function OnEnter({ done, children }: { done: () => void; children: ReactNode }) {
  return (
    <form
      className="contents"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        done();
      }}
    >
      {children}
    </form>
  );
}
