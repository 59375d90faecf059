import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { dictionaryQuery, workspaceQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { DictionaryPanes } from './DictionaryPanes';

/** Where attributes and event types are defined. */
export function DictionaryScreen() {
  const workspace = useQuery(workspaceQuery);
  const dictionary = useQuery(dictionaryQuery);
  if (dictionary.error) {
    return (
      <div className="p-6">
        <ErrorNote
          message={refusalOf(dictionary.error).message}
          action={<Button onPress={() => void dictionary.refetch()}>Read again</Button>}
        />
      </div>
    );
  }
  if (workspace.data === null) {
    return (
      <EmptyState
        icon={BookOpen}
        title="No workspace is open"
        sentence="Open one on the Start screen, and its attributes and event types appear here."
      />
    );
  }
  if (!dictionary.data || !workspace.data) return <Loading label="Reading the dictionary…" />;
  return <DictionaryPanes dictionary={dictionary.data} workspacePath={workspace.data.path} />;
}
