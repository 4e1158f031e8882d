import type { IDataObject } from 'n8n-workflow';
import { huskyVoice } from '../../../nodes/providers/huskyVoice';

const [byUrl, byKey] = huskyVoice.action?.connections ?? [];

/** What an answer of success means for a call with the ID `call_1`. */
function meaning(connection: typeof byUrl, name: string, body: IDataObject, status = 200) {
	const operation = connection.operations.find((candidate) => candidate.name === name);
	if (operation === undefined) throw new Error(`There is no ${name}`);
	if (connection.isFailure(body, operation.name)) return 'refused';
	const request = { ...operation.request(() => 'call_1'), callId: 'call_1' };
	const receipt = operation.receipt(body);
	return operation.isDone?.({ status, body }, request, receipt) ? 'done' : 'unclear';
}

describe.each([
	['inbound URL', byUrl],
	['API key', byKey],
])('by %s', (_name, connection) => {
	it.each<[IDataObject, string]>([
		[{ success: true, call_id: 'call_1', status: 'cancelled', message: 'Call cancelled' }, 'done'],
		[{ data: { call_id: 'call_1', status: 'canceled' } }, 'done'],
		[{ call_id: 'call_1' }, 'done'],
		[{ success: true }, 'done'],
		[{ success: true, call_id: 'call_1', status: 'in_progress' }, 'unclear'],
		[{ success: true, call_id: 'call_1', status: 'completed' }, 'unclear'],
		[{ success: true, call_id: 'call_1', status: 'cancelling' }, 'unclear'],
		[{ success: true, call_id: 'call_2', status: 'cancelled' }, 'unclear'],
		[{ message: 'OK' }, 'unclear'],
		[{ success: false }, 'refused'],
		[{ error: { code: 'CONFLICT', message: 'no' } }, 'refused'],
	])('a cancel that is answered %j is %s', (body, expected) => {
		expect(meaning(connection, 'cancel', body)).toBe(expected);
	});

	it.each<[IDataObject, string]>([
		[{ data: { call_id: 'call_1', deleted: true } }, 'done'],
		[{ success: true, call_id: 'call_1', deleted: true }, 'done'],
		[{ data: { call_id: 'call_1' } }, 'done'],
		[{ data: { call_id: 'call_2', deleted: true } }, 'unclear'],
		[{ data: { call_id: 'call_1', deleted: 'soon' } }, 'unclear'],
		[{ data: { call_id: 'call_1', deleted: null } }, 'done'],
		[{ message: 'OK' }, 'unclear'],
		[{ data: { call_id: 'call_1', deleted: false } }, 'refused'],
		[{ success: true, deleted: false }, 'refused'],
	])('a delete that is answered %j is %s', (body, expected) => {
		expect(meaning(connection, 'delete', body)).toBe(expected);
	});

	it('takes 204, which has no body to say more', () => {
		expect(meaning(connection, 'cancel', {}, 204)).toBe('done');
		expect(meaning(connection, 'delete', {}, 204)).toBe('done');
	});
});

it('reads a call that says of itself that it was not deleted', () => {
	expect(byKey.isFailure({ data: { call_id: 'call_1', deleted: false } }, 'get')).toBe(false);
});
