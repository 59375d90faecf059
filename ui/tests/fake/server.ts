import { emit } from '@tauri-apps/api/event';
import type { CallFilterView, CallRowView, CallView, FaultView, ServerView } from '../../src/api/types';
import type { Answer, World } from '../fake-host';

const python = 'OpenAPI-Generator/26.2/python';

const call = (id: number, method: string, path: string, status: number, more: Partial<CallRowView> = {}) => ({
  id: String(id),
  uuid: `0198-${String(id).padStart(4, '0')}`,
  at: `2026-03-04T12:0${id}:00Z`,
  method,
  path,
  query: '',
  status,
  outcome: status === 0 ? ('dropped' as const) : status < 400 ? ('answered' as const) : ('refused' as const),
  durationUs: 840 + id * 37,
  userAgent: python,
  scheme: path.startsWith('/v1/') ? 'ManagementKey-v1' : 'ApiKey-v1',
  fault: '',
  event: null,
  ...more,
});

function shopCalls(): CallRowView[] {
  return [
    call(7, 'PUT', '/v2/customer_sessions/cart-7', 0, { fault: 'the connection was dropped' }),
    call(6, 'PUT', '/v2/customer_sessions/cart-7', 409, { fault: 'refused with 409' }),
    call(5, 'GET', '/v1/applications/1/events/no_total', 200, { query: 'pageSize=50&sort=-created' }),
    call(4, 'POST', '/v2/events', 400),
    call(3, 'PUT', '/v2/customer_sessions/cart-7', 200, { event: '12' }),
    call(2, 'PUT', '/v2/customer_sessions/cart-7', 200, { event: '11', query: 'dry=false' }),
    call(1, 'GET', '/v1/applications', 401, { scheme: '', userAgent: 'curl/8.5.0' }),
  ];
}

const request =
  '{"customerSession":{"profileId":"ana","cartItems":[{"sku":"MUG","quantity":2,"price":12.50}]}}';
const refusal =
  '{"message":"The submitted data was invalid","errors":[{"title":"Unknown","details":"The attribute \\"colour\\" is not defined on Event entities.","source":{"pointer":"/attributes/colour"}}],"StatusCode":400}';

function detail(row: CallRowView): CallView {
  const asked = row.method === 'GET' ? '' : request;
  const answered = row.outcome === 'dropped' ? '' : row.outcome === 'refused' ? refusal : '{"effects":[]}';
  const isCut = row.id === '2';
  return {
    row,
    request: { text: asked, size: isCut ? 90_000 : asked.length, cut: isCut },
    response: { text: answered, size: answered.length, cut: false },
    curl: isCut ? null : `curl -X ${row.method} 'http://127.0.0.1:4310${row.path}'`,
  };
}

/** A server that can be switched, and the calls that came in. */
export function serverAnswers(world: World): Record<string, Answer> {
  let calls = world === 'empty' ? [] : shopCalls();
  let server: ServerView = {
    address: null,
    port: null,
    apiKey: '3f9a61d0c5b24e7f8a90b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f506',
    managementKey: 'b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c',
    curl: null,
    faults: [],
  };
  return {
    calls: ({ filter }) => {
      const rows = calls.filter((row) => fits(row, filter as CallFilterView));
      return { rows, next: null, total: rows.length };
    },
    call: ({ id }) => {
      const row = calls.find((one) => one.id === id);
      if (!row) throw { code: 'notFound', message: `There is no request "${id}".`, problems: [] };
      return detail(row);
    },
    repeat_call: ({ id }) => {
      const row = calls.find((one) => one.id === id) as CallRowView;
      const again = { ...row, id: String(calls.length + 1), userAgent: 'Tillroll (triggered again)' };
      calls = [again, ...calls];
      void emit('stale-event', { kinds: ['requests'] });
      return again;
    },
    server: () => server,
    switch_server: ({ on, port }) => {
      if (port === 80)
        refuse('/port', 'A port is a number from 1024 to 65535; leave it empty for any free one.');
      const address = on ? `http://127.0.0.1:${port ?? 4310}` : null;
      const curl = address && `curl -X PUT '${address}/v2/customer_sessions/my-first-call'`;
      server = { ...server, address, port: port as number | null, curl };
      return server;
    },
    renew_server_keys: () => {
      server = { ...server, apiKey: server.managementKey, managementKey: server.apiKey };
      return server;
    },
    set_faults: ({ faults }) => {
      const all = faults as FaultView[];
      const wrong = all.findIndex(({ share }) => share < 1 || share > 100);
      if (wrong >= 0) refuse(`/faults/${wrong}/share`, 'The share is a whole number from 1 to 100.');
      server = { ...server, faults: all };
      return server;
    },
  };
}

function fits(row: CallRowView, { text, method, outcome }: CallFilterView): boolean {
  const words = `${row.path} ${row.userAgent} ${row.method === 'GET' ? '' : request}`.toLowerCase();
  return (
    words.includes((text ?? '').toLowerCase()) &&
    (method == null || row.method === method) &&
    (outcome == null || row.outcome === outcome)
  );
}

function refuse(field: string, message: string): never {
  const problems = [{ field, title: 'Invalid', message, start: null, end: null }];
  throw { code: 'invalid', message, problems };
}
