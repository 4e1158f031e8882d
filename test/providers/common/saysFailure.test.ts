import type { IDataObject } from 'n8n-workflow';
import { saysFailure } from '../../../nodes/providers/common/problem';

test.each<IDataObject>([
	{ error: 'call already ended' },
	{ error: { code: 'conflict' } },
	{ error: true },
	{ errors: ['SID not found'] },
	{ errors: [{ error: 'CALL_ENDED', message: 'The call has ended' }] },
	{ error_code: 'INVALID_PARAM' },
	{ success: false },
	{ success: 'false' },
	{ ok: false },
	{ status: 'error' },
	{ call_id: 'c1', status: 'failed' },
	{ call_id: 'c1', status: ' FAILED ' },
	{ data: { error: 'call already ended' } },
	{ data: { status: 'failed' } },
	{ status_code: 400, message: 'no' },
	{ data: { status_code: '500' } },
])('%j says that it was not done', (body) => expect(saysFailure(body)).toBe(true));

test.each<IDataObject>([
	{},
	{ call_id: 'c1', status: 'queued' },
	{ success: true, error: null },
	{ success: true, error: '', errors: [], error_code: 0 },
	{ result: 0, voice_id: 'v1', state: 'disconnected' },
	{ message: 'No error occurred' },
	{ data: null },
	{ status_code: 200, message: 'ok' },
])('%j says no such thing', (body) => expect(saysFailure(body)).toBe(false));
