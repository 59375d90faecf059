import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { type JsonToken, jsonTokens, prettyJson } from '../lib/json';
import { copyText } from './copyText';
import { IconButton } from './IconButton';

const tokenInk: Record<JsonToken['kind'], string> = {
  key: 'text-accent',
  string: 'text-good',
  number: 'text-info',
  word: 'text-warn',
  punctuation: 'text-ink-3',
};

export type JsonViewProps = {
  label: string;
  /** A value, written with two spaces; or text that is shown as it was sent. */
  value?: unknown;
  text?: string;
};

/** JSON to read and copy, whole. */
export function JsonView({ label, value, text }: JsonViewProps) {
  const shown = text ?? prettyJson(value);
  return (
    <div className="relative">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        className="overflow-auto rounded-md border border-line bg-sunken p-3 pr-10 leading-[18px] select-text"
      >
        <pre className="m-0">
          {jsonTokens(shown).map((token) => (
            <span key={token.at} className={tokenInk[token.kind]}>
              {token.text}
            </span>
          ))}
        </pre>
      </section>
      <CopyButton label={`Copy ${label}`} text={shown} className="absolute top-1 right-1" />
    </div>
  );
}

/** Copies a text and says that it did. */
export function CopyButton({ label, text, className }: { label: string; text: string; className?: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <IconButton
      label={isCopied ? 'Copied' : label}
      icon={isCopied ? Check : Copy}
      size="smallIcon"
      className={className}
      onPress={() => copyText(text, 'the text').then(setCopied)}
    />
  );
}
