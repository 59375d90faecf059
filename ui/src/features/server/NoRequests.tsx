import { Radio } from 'lucide-react';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { useServer } from './useServer';

/** What the requests screen shows before anything came in: the way to let something come in. */
export function NoRequests() {
  const { server, start, isPending, refusal } = useServer();
  if (server?.address) {
    return (
      <EmptyState
        icon={Radio}
        title="Nothing has called yet"
        sentence={`Point a program at ${server.address} with one of the keys, and every call it makes is listed here.`}
      />
    );
  }
  return (
    <>
      <EmptyState
        icon={Radio}
        title="The local server is off"
        sentence="Switch it on, and every call a program on this computer makes is listed here, refused ones too."
        action={
          <Button tone="primary" isPending={isPending} onPress={() => start(server?.port ?? null)}>
            Switch the server on
          </Button>
        }
      />
      {refusal ? (
        <div className="mx-auto w-96">
          <ErrorNote message={refusal.message} />
        </div>
      ) : null}
    </>
  );
}
