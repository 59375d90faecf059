import { ListTree, SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../api/refusal';
import type { ServerView } from '../../api/types';
import { Button } from '../../kit/Button';
import { copyText } from '../../kit/copyText';
import { ErrorNote } from '../../kit/ErrorNote';
import { CopyButton } from '../../kit/JsonView';
import { Loading } from '../../kit/Loading';
import { Switch } from '../../kit/Switch';
import { TextField } from '../../kit/TextField';
import { showToast } from '../../kit/Toasts';
import { FaultList } from './FaultList';
import type { ServerControl } from './useServer';

export type ServerPanelProps = { control: ServerControl; onRequests: () => void };

/** The switch, where the server is, the keys, and the faults its clients are to meet. */
export function ServerPanel({ control, onRequests }: ServerPanelProps) {
  const { server, refusal } = control;
  if (!server)
    return refusal ? <ErrorNote message={refusal.message} /> : <Loading label="Looking for the server…" />;
  const portProblem = refusal?.messageAt('/port');
  return (
    <div className="flex w-[492px] max-w-full flex-col gap-3">
      <div className="flex items-center gap-3">
        <h2 className="m-0 flex-1 text-base font-semibold">Local server</h2>
        <PortSwitch key={server.port} server={server} control={control} error={portProblem} />
      </div>
      <p className="m-0 text-sm text-ink-2">
        {server.address === null
          ? 'Switch it on, and programs on this computer can call this workspace as they would call the vendor: with the same SDKs, paths and answers. No other computer can reach it.'
          : 'Programs on this computer can call this workspace now. What they ask is listed under Requests.'}
      </p>
      {refusal && !hasItsPlace(refusal) ? <ErrorNote message={refusal.message} /> : null}
      {server.address === null ? null : <Secret name="Address" value={server.address} />}
      <Secret name="Integration API key" value={server.apiKey} />
      <Secret name="Management API key" value={server.managementKey} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={SquareTerminal}
          disabledReason={server.curl === null ? 'Switch the server on first.' : null}
          hint="A first call for a terminal"
          onPress={() => server.curl !== null && void copyCurl(server.curl)}
        >
          Copy as curl
        </Button>
        <Button size="small" icon={ListTree} onPress={onRequests}>
          Show requests
        </Button>
        <span className="flex-1" />
        <Button size="small" tone="quiet" hint="The keys before are refused then" onPress={control.renewKeys}>
          New keys
        </Button>
      </div>
      <FaultList faults={server.faults} onChange={control.setFaults} refusal={refusal} />
    </div>
  );
}

/** Problems of the port and of faults stand beside them. */
function hasItsPlace(refusal: Refusal): boolean {
  return refusal.problems.some(({ field }) => field === '/port' || field.startsWith('/faults'));
}

type PortSwitchProps = { server: ServerView; control: ServerControl; error: string | undefined };

/** The port stands still while the server is on. */
function PortSwitch({ server, control, error }: PortSwitchProps) {
  const [port, setPort] = useState(server.port === null ? '' : String(server.port));
  const isOn = server.address !== null;
  return (
    <>
      {isOn ? null : (
        <TextField
          label="Port"
          hideLabel
          placeholder="Any free port"
          value={port}
          onChange={setPort}
          inputMode="numeric"
          error={error}
          className="w-36"
        />
      )}
      <Switch
        label={isOn ? 'On' : 'Off'}
        isSelected={isOn}
        isDisabled={control.isPending}
        onChange={(on) => (on ? control.start(port === '' ? null : Number(port)) : control.stop())}
      />
    </>
  );
}

function Secret({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-36 shrink-0 text-sm text-ink-3">{name}</span>
      <code className="min-w-0 flex-1 truncate text-sm select-text" title={value}>
        {value}
      </code>
      <CopyButton label={`Copy ${name}`} text={value} />
    </div>
  );
}

async function copyCurl(curl: string): Promise<void> {
  if (await copyText(curl, 'the call')) showToast({ title: 'Call copied as curl' });
}
