import { CircleCheck, OctagonAlert, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from './Button';
import { IconButton } from './IconButton';

export type ToastText = {
  title: string;
  detail?: string;
  tone?: 'good' | 'bad';
  action?: { label: string; onPress: () => void };
};

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 1 });

/** Says that something happened. Good news leaves by itself after five seconds; bad news stays until closed. */
export function showToast(toast: ToastText): void {
  queue.add(toast, toast.tone === 'bad' ? {} : { timeout: 5000 });
}

/** Where toasts appear: the lower right corner, where they cover no title and no dialog; mounted once. The latest is shown. */
export function Toasts() {
  return (
    <ToastRegion
      queue={queue}
      className="fixed right-4 bottom-4 z-50 flex w-[400px] flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="flex items-start gap-2 rounded-lg border border-line bg-raised py-2 pr-1 pl-3 shadow-pop outline-none"
        >
          {toast.content.tone === 'bad' ? (
            <OctagonAlert aria-hidden size={15} className="mt-1 shrink-0 text-bad" />
          ) : (
            <CircleCheck aria-hidden size={15} className="mt-1 shrink-0 text-good" />
          )}
          <ToastContent className="flex min-w-0 flex-1 flex-col py-0.5">
            <Text slot="title" className="font-medium">
              {toast.content.title}
            </Text>
            {toast.content.detail ? (
              <Text slot="description" className="break-words text-sm text-ink-2">
                {toast.content.detail}
              </Text>
            ) : null}
          </ToastContent>
          <ToastAction toast={toast.content} />
          <IconButton label="Dismiss" icon={X} size="smallIcon" onPress={() => queue.close(toast.key)} />
        </Toast>
      )}
    </ToastRegion>
  );
}

function ToastAction({ toast }: { toast: ToastText }) {
  if (!toast.action) return null;
  return (
    <Button size="small" onPress={toast.action.onPress}>
      {toast.action.label}
    </Button>
  );
}
