import { miraiMindsV2 } from '../../../nodes/providers/miraiMindsV2';

const create = miraiMindsV2.action?.connections[0].operations.find(({ name }) => name === 'create');
const eventOf = (type: string) => miraiMindsV2.trigger.readEvent({ type, data: {} });
const types = miraiMindsV2.trigger.events.map(({ value }) => value);
const request = {
	method: 'POST' as const,
	path: '/v2/calls',
	body: { to: '+919876543210', webhook_url: 'https://example.com/other' },
};

it('gives the call an address of its own, and asks for the final results', () => {
	expect(create?.wait?.withWebhook(request, 'https://example.com/resume?token=1', '')).toEqual({
		...request,
		eventsTo: 'https://example.com/resume?token=1',
		body: {
			to: '+919876543210',
			webhook_url: 'https://example.com/resume?token=1',
			final_results: true,
		},
	});
	expect(request.body.webhook_url).toBe('https://example.com/other');
});

it('leaves the final results as somebody wants them', () => {
	const wanted = { ...request, body: { ...request.body, final_results: false } };
	const made = create?.wait?.withWebhook(wanted, 'https://example.com/resume', '');
	expect(made?.body).toMatchObject({ final_results: false });
});

it('ends at the one last event that each call has', () => {
	expect(types.filter((type) => create?.wait?.isEnded(eventOf(type), {})).sort()).toEqual([
		'call.aborted',
		'call.completed',
		'call.failed',
		'call.voicemail',
	]);
});

it('is analyzed when it was processed', () => {
	expect(types.filter((type) => create?.wait?.isAnalyzed?.(eventOf(type), {}))).toEqual([
		'call.processed',
	]);
});
