import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { EffectView, LifeView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Disclosure } from '../../../kit/Disclosure';
import { JsonView } from '../../../kit/JsonView';
import { KeyValue } from '../../../kit/KeyValue';
import { Money } from '../../../kit/Money';
import { Tag } from '../../../kit/Tag';
import { indentJson } from '../../../lib/indentJson';
import { linkLook } from './links';

export type EffectRowProps = {
  effect: EffectView;
  /** What became of it since. */
  life: LifeView | undefined;
  currency: string | undefined;
  onWhy: () => void;
};

/** One effect as a table row, and under it, when opened, everything in it. */
export function EffectRow({ effect, life, currency, onWhy }: EffectRowProps) {
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  return (
    <>
      <tr className="align-top">
        <td className={`${cell} pl-1`}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            onClick={() => setOpen(!isOpen)}
            className="ring-inside flex w-full items-start gap-1 rounded-sm text-left hover:bg-hover"
          >
            <ChevronRight
              aria-hidden
              size={13}
              className={`mt-1 shrink-0 text-ink-3 ${isOpen ? 'rotate-90' : ''}`}
            />
            <span className="min-w-0">
              <span className="block break-words">{effect.sentence}</span>
              <code className="block leading-4 break-words text-ink-3">{effect.effectType}</code>
              {life ? (
                <span className={`block text-sm leading-4 break-words ${lifeLook[life.state]}`}>
                  {life.sentence}
                </span>
              ) : null}
            </span>
          </button>
        </td>
        <td className={cell}>
          <span className="block break-words">{effect.campaignName}</span>
          <span className="block text-sm leading-4 break-words text-ink-3">{effect.ruleName}</span>
        </td>
        <td className={`${cell} pr-3 text-right`}>
          {effect.amount === null ? <span className="text-ink-3">–</span> : <Money amount={effect.amount} />}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td id={detailId} colSpan={3} className="border-line border-b bg-sunken px-3 py-2 pl-6">
            <EffectDetail effect={effect} life={life} currency={currency} onWhy={onWhy} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

const lifeLook: Record<LifeView['state'], string> = {
  stands: 'text-good',
  takenBack: 'text-ink-2',
  inPart: 'text-warn',
  rollback: 'text-ink-2',
  message: 'text-ink-3',
  preview: 'text-ink-3',
  lapsed: 'text-ink-3',
  apart: 'text-ink-3',
};

const cell = 'border-line border-b px-2 py-1';

function EffectDetail({ effect, life, currency, onWhy }: EffectRowProps) {
  const unit = effect.unit;
  const facts = [
    ...(effect.amount === null
      ? []
      : [{ key: 'amount', value: <Money amount={effect.amount} currency={currency} /> }]),
    ...(unit === null
      ? []
      : [{ key: 'cart unit', value: `line ${unit.position + 1}, piece ${unit.subPosition + 1}` }]),
    ...effect.props.map((prop) => ({ key: prop.name, value: prop.value })),
  ];
  return (
    <div className="flex flex-col gap-2">
      {effect.onFailure ? <Tag tone="warn">Given because a condition was not met</Tag> : null}
      <KeyValue items={facts} />
      <div className="flex items-center gap-3">
        <Button size="small" onPress={onWhy}>
          Why?
        </Button>
        {life?.events.map((seq) => (
          <Link key={seq} to="/events/{-$seq}" params={{ seq }} className={linkLook}>
            event {seq}
          </Link>
        ))}
      </div>
      <Disclosure title="As the client receives it">
        <JsonView label="Effect as JSON" text={indentJson(effect.json)} />
      </Disclosure>
    </div>
  );
}
