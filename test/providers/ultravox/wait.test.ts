import { ultravox } from '../../../nodes/providers/ultravox';
import { wait } from '../../../nodes/providers/ultravox/call/wait';

const url = 'https://n8n.example.com/webhook-waiting/1?signature=1';

it('gives the call an address and a secret for its end, and leaves other addresses alone', () => {
	const joined = { url: 'https://example.com/joined', secrets: ['mine'] };
	const body = {
		medium: { twilio: {} },
		callbacks: { joined, ended: { url: 'https://example.com/other' } },
	};
	const request = { method: 'POST' as const, path: '/agents/agent-1/calls', body };
	const before = structuredClone(request);
	expect(wait.withWebhook(request, url, 'of-this-call')).toEqual({
		...before,
		body: { ...body, callbacks: { joined, ended: { url, secrets: ['of-this-call'] } } },
	});
	expect(request).toEqual(before);
});

it('waits for the end of the call, and not for its bill', () => {
	const { events, readEvent } = ultravox.trigger;
	const ends = (event: string, call: object) =>
		wait.isEnded(readEvent({ event, call: { ...call } }), {});
	const all = events.map(({ value }) => value);
	expect(all.filter((type) => ends(type, { callId: 'c-1' }))).toEqual(['call.ended']);
	expect(ends('call.ended', {})).toBe(false);
});
