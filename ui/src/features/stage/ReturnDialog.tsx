import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../../api/refusal';
import { returnPreviewQuery } from '../../api/stage';
import type { CartLineView, ReturnedItemBody } from '../../api/types';
import { Button } from '../../kit/Button';
import { Checkbox } from '../../kit/Checkbox';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Money } from '../../kit/Money';
import { StepperField } from '../../kit/StepperField';
import { Table, type TableColumn } from '../../kit/Table';
import { useSettled } from '../../kit/useSettled';
import { WhatChanges } from './MoveDialogs';
import type { QuestionProps } from './questions';

/** Chooses how many units of each line come back, and shows first what that takes back. */
export function ReturnDialog({ stage, moves }: QuestionProps) {
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>({});
  const [isAskedAgain, setAskedAgain] = useState(false);
  const lines = stage.session?.items.filter((item) => item.remainingQuantity > 0) ?? [];
  const items = returnedItems(lines, counts);
  const asked = useSettled(items, 150);
  const rehearsal = useQuery({
    ...returnPreviewQuery(stage.id, { return: { returnedCartItems: asked } }, isAskedAgain),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const outcome = items.length > 0 && !rehearsal.error ? (rehearsal.data ?? null) : null;
  const refusal = moves.refusal ?? (items.length > 0 && rehearsal.error ? refusalOf(rehearsal.error) : null);
  const { currency } = stage.workspace.settings;
  const all = () =>
    setCounts(Object.fromEntries(lines.map((line) => [line.position, line.remainingQuantity])));
  return (
    <Dialog
      title={`Return items of ${stage.id}`}
      isOpen
      onClose={() => moves.ask(null)}
      actions={
        <>
          <Button onPress={() => moves.ask(null)}>Keep as it is</Button>
          <Button
            tone="primary"
            isPending={moves.isPending}
            disabledReason={items.length === 0 ? 'Choose at least one unit first.' : null}
            onPress={() => moves.returnItems(items, isAskedAgain)}
          >
            Return the items
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Table
          label="Lines that can come back"
          columns={columnsOf(counts, setCounts)}
          rows={lines}
          rowId={idOf}
        />
        <span>
          <Button size="small" onPress={all}>
            Return everything
          </Button>
        </span>
        <Checkbox
          label="Ask campaigns again"
          description="Those marked for it in their settings say what they give for the items that are kept. Nothing new is given."
          isSelected={isAskedAgain}
          onChange={setAskedAgain}
        />
        {outcome ? <WhatChanges outcome={outcome} currency={currency} /> : null}
        {refusal ? (
          <ErrorNote message={refusal.problems[0]?.message ?? refusal.message} next="Nothing was stored." />
        ) : null}
      </div>
    </Dialog>
  );
}

type Counts = Readonly<Record<number, number>>;

const idOf = (line: CartLineView) => String(line.position);

function returnedItems(lines: readonly CartLineView[], counts: Counts): ReturnedItemBody[] {
  return lines
    .map((line) => ({ position: line.position, quantity: counts[line.position] ?? 0 }))
    .filter((item) => item.quantity > 0);
}

function columnsOf(counts: Counts, setCounts: (counts: Counts) => void): TableColumn<CartLineView>[] {
  return [
    {
      id: 'item',
      header: 'Item',
      render: (line) => (line.name === '' ? line.sku : `${line.name} · ${line.sku}`),
    },
    {
      id: 'price',
      header: 'Price',
      isFigure: true,
      width: '80px',
      render: (line) => <Money amount={line.price} />,
    },
    {
      id: 'left',
      header: 'Left',
      isFigure: true,
      width: '72px',
      render: (line) => `${line.remainingQuantity} of ${line.quantity}`,
    },
    {
      id: 'back',
      header: 'Come back',
      width: '104px',
      render: (line) => (
        <StepperField
          label={`Units of ${line.name || line.sku} that come back`}
          hideLabel
          min={0}
          max={line.remainingQuantity}
          value={counts[line.position] ?? 0}
          onChange={(count) => setCounts({ ...counts, [line.position]: count })}
        />
      ),
    },
  ];
}
