import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { FolderOpen, ShoppingCart } from 'lucide-react';
import { useEffect } from 'react';
import { sessionsQuery, workspaceQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { WorkspaceView } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { useStageStore } from './drafts';
import type { OpenSession } from './openSession';
import { StagePanes } from './StagePanes';
import { freshSessionId } from './sessionIds';
import { useStage } from './useStage';

/** Where a cart and its customer are driven. */
export function StageScreen() {
  const workspace = useQuery(workspaceQuery);
  const navigate = useNavigate();
  if (workspace.isPending) return <Loading />;
  if (workspace.error) return <ReadingFault message={refusalOf(workspace.error).message} />;
  if (workspace.data) return <OpenStage workspace={workspace.data} />;
  return (
    <EmptyState
      icon={FolderOpen}
      title="No workspace is open"
      sentence="The stage plays in a workspace: one file on this machine."
      action={
        <Button tone="primary" onPress={() => void navigate({ to: '/start' })}>
          Choose a workspace
        </Button>
      }
    />
  );
}

function OpenStage({ workspace }: { workspace: WorkspaceView }) {
  const navigate = useNavigate();
  const { sessionId } = useParams({ strict: false });
  const latest = useInfiniteQuery(sessionsQuery({}));
  const kept = useStageStore((state) => state.current[workspace.path]);
  const setCurrent = useStageStore((state) => state.setCurrent);
  const rows = latest.data?.pages.flatMap((page) => page.rows);
  const id = sessionId || kept || rows?.[0]?.id;
  useEffect(() => {
    if (id) setCurrent(workspace.path, id);
  }, [id, workspace.path, setCurrent]);
  const open: OpenSession = (next) => {
    setCurrent(workspace.path, next);
    void navigate({ to: '/stage/{-$sessionId}', params: { sessionId: next } });
  };
  const begin = () => open(freshSessionId((rows ?? []).map((row) => row.id)));
  useCommands([{ id: 'stage.new', title: 'New session', group: 'Stage', keys: 'n', run: begin }]);
  if (id) return <OneSession key={id} workspace={workspace} id={id} onOpen={open} onNew={begin} />;
  if (latest.error) return <ReadingFault message={refusalOf(latest.error).message} />;
  if (latest.isPending) return <Loading />;
  return <NoSession onNew={begin} hasEvents={workspace.events > 0} />;
}

type OneSessionProps = { workspace: WorkspaceView; id: string; onOpen: OpenSession; onNew: () => void };

function OneSession({ workspace, id, onOpen, onNew }: OneSessionProps) {
  const { stage, isPending, error } = useStage(workspace, id);
  if (error) return <ReadingFault message={refusalOf(error).message} />;
  return isPending ? <Loading /> : <StagePanes stage={stage} onOpen={onOpen} onNew={onNew} />;
}

function NoSession({ onNew, hasEvents }: { onNew: () => void; hasEvents: boolean }) {
  const hint = hasEvents ? '' : ' Every step makes an event and shows which rules gave something, and why.';
  return (
    <EmptyState
      icon={ShoppingCart}
      title="No session on the stage"
      sentence={`A session is one cart and its customer: fill it, close it, return items, cancel it.${hint}`}
      action={
        <Button tone="primary" onPress={onNew}>
          New session
        </Button>
      }
    />
  );
}

function ReadingFault({ message }: { message: string }) {
  return (
    <div className="p-4">
      <ErrorNote
        message={message}
        next="Nothing was changed. Open the workspace again, or choose another one."
      />
    </div>
  );
}
