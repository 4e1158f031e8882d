import { enableX } from '../../../nodes/providers/enableX';
import { create } from '../../../nodes/providers/enableX/call/create.operation';

const url = 'https://n8n.example.com/webhook-waiting/1';

it('sends the events of a call to the address that waits for them', () => {
	const request = {
		method: 'POST' as const,
		path: '/voice/v1/call',
		callee: '+14155550123',
		body: { from: '+14155550100', to: '+14155550123', event_url: 'https://n8n.example.com/other' },
	};
	const before = structuredClone(request);
	expect(create.wait?.withWebhook(request, url, '')).toEqual({
		...before,
		body: { ...before.body, event_url: url },
	});
	expect(request).toEqual(before);
});

it('waits for the state that ends the call, whatever its end', () => {
	const { events, readEvent } = enableX.trigger;
	const eventOf = (value: string) =>
		readEvent({
			voice_id: 'v-1',
			...(value.startsWith('play:') ? { playstate: value.slice(5) } : { state: value }),
		});
	const endings = events
		.map(({ value }) => value)
		.filter((value) => create.wait?.isEnded(eventOf(value), {}));
	expect(endings).toEqual(['disconnected', 'failed']);
});
