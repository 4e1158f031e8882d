import { problemIn } from '../../../nodes/providers/common/problem';

/** The shapes of failures that the providers' pages show. */
test.each([
	[{ error: { code: 'NOT_FOUND', message: 'No call' } }, 'NOT_FOUND', 'No call'],
	[{ result: 6110, msg: 'Application not found' }, '6110', 'Application not found'],
	[{ result: 1, error: 'CONFLICT', desc: 'It is over' }, '1', 'It is over'],
	[{ result: 1, error: 'CONFLICT', description: 'It is over' }, '1', 'It is over'],
	[{ status: 'error', error_code: 'INVALID_PARAM', message: 'No to' }, 'INVALID_PARAM', 'No to'],
	[{ event_code: '6118', event_name: 'number_not_found' }, '6118', 'number_not_found'],
	[{ event_name: 'connected' }, null, null],
	[{ success: false, message: 'Not found', data: null }, null, 'Not found'],
	[{ status: 'failed', message: 'Too few credits' }, null, 'Too few credits'],
	[{ status_code: 401, message: 'Who are you', data: null }, '401', 'Who are you'],
	[{ code: 400, message: 'No number' }, '400', 'No number'],
	[{ state: 'failed', msg: 'No number' }, null, 'No number'],
	[{ error: 'Something' }, null, 'Something'],
	[{ result: 0, msg: 'fine' }, null, 'fine'],
	[{}, null, null],
	[{ error: null, message: 5 }, null, '5'],
])('problemIn %j', (body, code, message) => {
	expect(problemIn(body)).toEqual({ code, message });
});

test.each([
	[{ error_code: 'INVALID_PARAM', message: 'No to', request_id: 'r-1' }, 'r-1'],
	[{ error: { code: 'NOT_FOUND', request_id: 7 } }, '7'],
	[{ message: 'No', request_id: '' }, undefined],
	[{ message: 'No' }, undefined],
])('problemIn %j has the request ID %s', (body, requestId) => {
	expect(problemIn(body).requestId).toBe(requestId);
});
