import { failureStatus } from '../../../nodes/providers/common/failureStatus';

test.each([
	['busy', 'busy'],
	['no_answer', 'no-answer'],
	['No Answer', 'no-answer'],
	['no-answer', 'no-answer'],
	['canceled', 'canceled'],
	['CANCELLED', 'canceled'],
])('%s is %s', (word, status) => {
	expect(failureStatus(word)).toBe(status);
});

test('the first word that names a status counts', () => {
	expect(failureStatus(null, 'failed', 'busy', 'no_answer')).toBe('busy');
});

test('other words name none', () => {
	expect(failureStatus('failed', 'constructor', '', null)).toBeUndefined();
});
