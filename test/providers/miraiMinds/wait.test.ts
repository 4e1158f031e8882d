import { miraiMinds } from '../../../nodes/providers/miraiMinds';

const create = miraiMinds.action?.connections[0].operations.find(({ name }) => name === 'create');
const eventOf = (type: string) => miraiMinds.trigger.readEvent({ event: { type, data: {} } });

it('gives the call an address of its own, whatever address the form had', () => {
	const request = {
		method: 'POST' as const,
		path: '/v2/call/initiate',
		body: { phoneNumber: '+919876543210', callbackUrl: 'https://example.com/other' },
	};
	expect(create?.wait?.withWebhook(request, 'https://example.com/resume?token=1', '')).toEqual({
		...request,
		eventsTo: 'https://example.com/resume?token=1',
		body: {
			phoneNumber: '+919876543210',
			callbackUrl: 'https://example.com/resume?token=1',
		},
	});
	expect(request.body.callbackUrl).toBe('https://example.com/other');
});

it('ends at the events after which nothing is attempted, not between attempts', () => {
	const types = miraiMinds.trigger.events.map(({ value }) => value);
	expect(types.filter((type) => create?.wait?.isEnded(eventOf(type), {}))).toEqual([
		'call.aborted',
		'call.skip',
		'call.timeout',
		'call.lifecycle-ended',
	]);
});

it('is analyzed at the analysis, or once none can come any more', () => {
	const types = miraiMinds.trigger.events.map(({ value }) => value);
	expect(types.filter((type) => create?.wait?.isAnalyzed?.(eventOf(type), {}))).toEqual([
		'call.aborted',
		'end-of-call',
		'call.skip',
		'call.lifecycle-ended',
	]);
});
