import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCw, SquareTerminal, X } from 'lucide-react';
import { client } from '../../api/client';
import { callQuery } from '../../api/requests';
import type { BodyView, CallRowView, CallView } from '../../api/types';
import { Button } from '../../kit/Button';
import { copyText } from '../../kit/copyText';
import { ErrorNote } from '../../kit/ErrorNote';
import { IconButton } from '../../kit/IconButton';
import { JsonView } from '../../kit/JsonView';
import { KeyValue } from '../../kit/KeyValue';
import { Loading } from '../../kit/Loading';
import { Note } from '../../kit/Note';
import { TimeText } from '../../kit/TimeText';
import { showToast } from '../../kit/Toasts';
import { indentJson } from '../../lib/indentJson';
import { StatusTag } from './StatusTag';
import { sizeText, tookText } from './words';

export type RequestDetailProps = { id: string; onGo: (id: string) => void; onClose: () => void };

/** One request: what was asked, what was answered, and the ways to ask again. */
export function RequestDetail({ id, onGo, onClose }: RequestDetailProps) {
  const { data: call, error } = useQuery(callQuery(id));
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto">
      <header className="flex items-start gap-2 px-3 pt-2 pb-1">
        <h2 className="m-0 min-w-0 flex-1 pt-0.5 font-mono text-base leading-6 font-semibold break-all">
          {call ? `${call.row.method} ${call.row.path}` : 'Request'}
        </h2>
        <IconButton label="Close the request" icon={X} onPress={onClose} />
      </header>
      {error ? (
        <div className="p-3">
          <ErrorNote message={error.message} next="It may have made room for newer requests." />
        </div>
      ) : null}
      {!call && !error ? <Loading label="Reading the request…" /> : null}
      {call ? <Parts call={call} onGo={onGo} /> : null}
    </div>
  );
}

function Parts({ call, onGo }: { call: CallView; onGo: (id: string) => void }) {
  const { row, request, response } = call;
  return (
    <div className="flex flex-col gap-3 px-3 pb-3">
      <Actions call={call} onGo={onGo} />
      {row.fault === '' ? null : <Note tone="warn">On purpose: {row.fault}.</Note>}
      <KeyValue items={factsOf(row)} />
      <Body name="Request body" body={request} empty="The request had no body." />
      <Body
        name="Answer"
        body={response}
        empty={
          row.outcome === 'dropped'
            ? 'The connection was closed without an answer.'
            : 'The answer had no body.'
        }
      />
    </div>
  );
}

function Actions({ call, onGo }: { call: CallView; onGo: (id: string) => void }) {
  const { row, curl } = call;
  const again = useMutation({
    mutationFn: () => client.repeatCall(row.id),
    onSuccess: (answered) => {
      showToast({
        title:
          answered.outcome === 'answered'
            ? `Answered with ${answered.status}`
            : `Refused with ${answered.status}`,
        tone: answered.outcome === 'answered' ? 'good' : 'bad',
        action: { label: 'Show it', onPress: () => onGo(answered.id) },
      });
    },
  });
  const cutReason = curl === null ? 'Its body was too long to be kept as a whole.' : null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={RotateCw}
          isPending={again.isPending}
          disabledReason={cutReason}
          hint="Sends the same request again; it is listed as a new one"
          onPress={() => again.mutate()}
        >
          Trigger again
        </Button>
        <Button
          size="small"
          icon={SquareTerminal}
          disabledReason={cutReason}
          hint="The same call for a terminal, with the address and the key of this workspace"
          onPress={() => curl !== null && void copy(curl)}
        >
          Copy as curl
        </Button>
      </div>
      {again.error ? <ErrorNote message={again.error.message} next="Nothing was sent." /> : null}
    </>
  );
}

async function copy(curl: string): Promise<void> {
  if (await copyText(curl, 'the request')) showToast({ title: 'Request copied as curl' });
}

function factsOf(row: CallRowView) {
  const facts = [
    { key: 'Status', value: <StatusTag outcome={row.outcome} status={row.status} /> },
    { key: 'Time', value: <TimeText at={row.at} /> },
    { key: 'Took', value: tookText(row.durationUs) },
    { key: 'Client', value: row.userAgent === '' ? <Nothing word="it did not say" /> : row.userAgent },
    { key: 'Kind of key', value: row.scheme === '' ? <Nothing word="none" /> : row.scheme },
    { key: 'Request id', value: <code className="break-all select-text">{row.uuid}</code> },
  ];
  const query =
    row.query === '' ? [] : [{ key: 'Query', value: <code className="break-all">{row.query}</code> }];
  const event =
    row.event === null
      ? { key: 'Event', value: <Nothing word="none was made" /> }
      : {
          key: 'Event',
          value: (
            <Link to="/events/{-$seq}" params={{ seq: row.event }} className="text-accent">
              Event {row.event}
            </Link>
          ),
        };
  return [...facts, ...query, event];
}

function Nothing({ word }: { word: string }) {
  return <span className="text-ink-3">{word}</span>;
}

function Body({ name, body, empty }: { name: string; body: BodyView; empty: string }) {
  return (
    <div>
      <h3 className="eyebrow m-0 mb-1">
        {name} · {sizeText(body.size)}
      </h3>
      {body.cut ? (
        <div className="mb-2">
          <Note tone="warn">Only the beginning was kept.</Note>
        </div>
      ) : null}
      {body.text === '' ? (
        <p className="m-0 text-ink-3">{empty}</p>
      ) : (
        <JsonView label={name} text={body.cut ? body.text : indentJson(body.text)} />
      )}
    </div>
  );
}
