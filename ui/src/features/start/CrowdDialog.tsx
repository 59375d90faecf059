import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { refusalOf } from '../../api/refusal';
import { crowdProgressQuery } from '../../api/reports';
import type { CrowdView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { Note } from '../../kit/Note';
import { Progress } from '../../kit/Progress';
import { StepperField } from '../../kit/StepperField';
import { showToast } from '../../kit/Toasts';
import { countOf } from '../../lib/text';

/** The most of each; the host refuses more. */
const most = { customers: 1_000_000, days: 3_650, seed: 4_294_967_295 };

/** Lets made-up customers live in the workspace for some days. */
export function CrowdDialog({ onClose }: { onClose: () => void }) {
  const [crowd, setCrowd] = useState({ customers: 100, days: 30, seed: 1 });
  const gathering = useMutation({
    mutationFn: () => client.gatherCrowd(crowd),
    onSuccess: (seen) => {
      sayGathered(seen);
      onClose();
    },
  });
  const refusal = gathering.error ? refusalOf(gathering.error) : null;
  const field = (name: keyof typeof crowd, label: string, min: number) => (
    <StepperField
      label={label}
      value={crowd[name]}
      min={min}
      max={most[name]}
      isDisabled={gathering.isPending}
      onChange={(value) => setCrowd({ ...crowd, [name]: value })}
      {...errorOf(refusal?.messageAt(`/${name}`))}
    />
  );
  const isNamed = (refusal?.problems.length ?? 0) > 0;
  return (
    <Dialog
      title="Made-up customers"
      isOpen
      onClose={gathering.isPending ? () => undefined : onClose}
      actions={
        gathering.isPending ? null : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button tone="primary" onPress={() => gathering.mutate()}>
              Let them in
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="m-0">
          Browsers, buyers, bargain hunters, loyal customers, returners and cancellers live in this workspace
          for some days before its clock, against its own campaigns. The same seed makes the same people.
        </p>
        <div className="grid grid-cols-3 gap-3">
          {field('customers', 'Customers', 1)}
          {field('days', 'Days', 1)}
          {field('seed', 'Seed', 0)}
        </div>
        <Note>
          Everything they do has the source <code>crowd</code>, and ids that begin with <code>crowd-</code>.
          The log is never erased, so save a copy first if you want to keep the workspace as it is.
        </Note>
        {gathering.isPending ? <Gathering /> : null}
        {refusal && !isNamed ? <ErrorNote message={refusal.message} /> : null}
      </div>
    </Dialog>
  );
}

function errorOf(error: string | undefined): { error?: string } {
  return error === undefined ? {} : { error };
}

function Gathering() {
  const seen = useQuery(crowdProgressQuery(true)).data;
  const total = seen && seen.total > 0 ? { total: seen.total } : {};
  return (
    <Progress
      label="The days go by…"
      done={seen?.done ?? 0}
      {...total}
      onCancel={() => void client.stopCrowd()}
    />
  );
}

function sayGathered(seen: CrowdView): void {
  const refused = seen.refused > 0 ? ` ${countOf(seen.refused, 'request')} were refused.` : '';
  showToast({
    title: seen.stopped ? 'The customers were sent home early' : 'The customers have been here',
    detail: `They made ${countOf(seen.events, 'event')}, which are in the log.${refused}`,
    tone: 'good',
  });
}
