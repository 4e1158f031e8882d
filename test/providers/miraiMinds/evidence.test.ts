import type { IDataObject } from 'n8n-workflow';
import type { OperationName } from '../../../nodes/providers/common/action';
import { BadInput } from '../../../nodes/providers/common/badInput';
import { miraiMinds } from '../../../nodes/providers/miraiMinds';

const [keyPair] = miraiMinds.action?.connections ?? [];
const operationOf = (name: OperationName) => {
	const operation = keyPair.operations.find((candidate) => candidate.name === name);
	if (operation === undefined) throw new Error(`There is no ${name}`);
	return operation;
};

/** What an answer of success means for a call with the ID `c_1`. */
function meaning(name: OperationName, body: IDataObject) {
	const operation = operationOf(name);
	if (keyPair.isFailure(body, name)) return 'refused';
	const request = { method: 'POST' as const, path: '', callId: 'c_1' };
	const receipt = operation.receipt(body);
	return operation.isDone?.({ status: 200, body }, request, receipt) ? 'done' : 'unclear';
}

it.each<[IDataObject, string]>([
	[{ message: 'Call aborted successfully' }, 'done'],
	[{ status: 'aborted', callId: 'c_1' }, 'done'],
	[{ success: true, message: 'ok', data: { callId: 'c_1', status: 'aborted' } }, 'done'],
	[{ success: true, message: 'ok' }, 'done'],
	[{ callId: 'c_1' }, 'done'],
	[{ status: 'aborted', callId: 'c_2' }, 'unclear'],
	[{ status: 'in-progress', callId: 'c_1' }, 'unclear'],
	[{ success: true, data: { callId: 'c_1', status: 'completed' } }, 'unclear'],
	[{ message: 'Call not found' }, 'unclear'],
	[{ status_code: 400, message: 'Call is in progress' }, 'refused'],
	[{ code: 404, message: 'Call not found' }, 'refused'],
	[{ success: false, message: 'no' }, 'refused'],
])('an abort that is answered %j is %s', (body, expected) => {
	expect(meaning('cancel', body)).toBe(expected);
});

it.each<[IDataObject, string]>([
	[{ status_code: 200, message: 'Call updated successfully' }, 'done'],
	[{ status_code: '200', message: 'ok', data: { callId: 'c_1' } }, 'done'],
	[{ success: true }, 'done'],
	[{ status_code: 200, data: { callId: 'c_2' } }, 'unclear'],
	[{ message: 'ok' }, 'unclear'],
	[{ status_code: 202, message: 'later' }, 'unclear'],
	[{ status_code: 400, message: 'Call is in progress' }, 'refused'],
])('an update that is answered %j is %s', (body, expected) => {
	expect(meaning('update', body)).toBe(expected);
});

it.each(['', '{}', ' '])('a payload of %j would take away what the call has', (payload) => {
	const read = (name: string) => (name === 'payload' ? payload : 'c_1');
	expect(() => operationOf('update').request(read)).toThrow(BadInput);
});

it.each(['queued', 'initiate'])('a new call that is %s is placed', (status) => {
	expect(meaning('create', { status, callId: 'c_1' })).not.toBe('refused');
});

it.each(['failed', 'validation-failed', 'error'])('a new call that is %s is not', (status) => {
	expect(meaning('create', { status, callId: 'c_1' })).toBe('refused');
});
