import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { providers } from '../../nodes/providers';

const STATUSES = [
	'queued initiated ringing in-progress completed busy no-answer failed canceled blocked',
	'rescheduled unknown',
].flatMap((line) => line.split(' '));
const ISO = /^[+-]?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Every name that a reader looks for, and some that it must not stumble over. */
const MEMBERS = [
	'event event_type event_id created_at timestamp data call type id status call_id voice_id',
	'voice_Id broadcast_id state playstate from to digit digits custom_data owner_ref metadata report',
	'finalStatus analysis insights sentiment credits used summary call_analytics call_transcript',
	'transcript speaker text start_time end_time startedAt endedAt durationSeconds duration_seconds',
	'call_duration recordingUrl recording_url failure_reason error_code reason disconnect_reason',
	'direction cost currency customer_number contact_number additional_info agent_id assistant_id',
	'__proto__ constructor toString hasOwnProperty',
].flatMap((line) => line.split(' '));

const words = fc.constantFrom(
	'call.failed',
	'call.completed',
	'call.lifecycle-ended',
	'end-of-call',
	'action',
	'disconnected',
	'initiated',
	'no_answer',
	'inbound',
	'2024-01-15T10:35:00Z',
	'999999-99-99T99:99:99Z',
	'constructor',
	'__proto__',
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		words,
		fc.string(),
		fc.double(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 4 }),
		members(tie('value')),
	),
}));

/** Objects as `JSON.parse` makes them: `__proto__` is a member like any other. */
function members(value: fc.Arbitrary<unknown>): fc.Arbitrary<IDataObject> {
	const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...MEMBERS) }, fc.string());
	return fc
		.array(fc.tuple(name, value), { maxLength: 12 })
		.map((entries) => Object.fromEntries(entries) as IDataObject);
}

function textOrNull(value: unknown): boolean {
	return value === null || (typeof value === 'string' && value !== '');
}

function numberOrNull(value: unknown): boolean {
	return value === null || (typeof value === 'number' && Number.isFinite(value));
}

describe.each(providers.map(({ id, trigger }) => [id, trigger] as const))('%s', (_, trigger) => {
	it('reads any JSON object into the one form, and leaves it as it was', () => {
		fc.assert(
			fc.property(members(json), (payload) => {
				const before = JSON.stringify(payload);
				const { event, call, ...rest } = trigger.readEvent(payload);

				expect(JSON.stringify(payload)).toBe(before);
				expect(rest).toEqual({});
				expect(Object.keys(event)).toEqual(['id', 'type', 'occurredAt']);
				expect(Object.keys(call)).toEqual(
					[
						'id status direction from to agentId startedAt endedAt durationSeconds transcript',
						'digits summary sentiment recordingUrl cost currency failureReason metadata',
					].flatMap((line) => line.split(' ')),
				);
				expect(event.type).not.toBe('');
				expect(typeof event.type).toBe('string');
				expect(STATUSES).toContain(call.status);
				expect([null, 'inbound', 'outbound']).toContain(call.direction);
				for (const time of [event.occurredAt, call.startedAt, call.endedAt]) {
					if (time !== null) expect(time).toMatch(ISO);
				}
				const texts = [event.id, call.id, call.from, call.to, call.agentId, call.transcript];
				texts.push(call.summary, call.sentiment, call.recordingUrl, call.currency);
				for (const text of [...texts, call.digits, call.failureReason])
					expect(textOrNull(text)).toBe(true);
				expect([call.durationSeconds, call.cost].every(numberOrNull)).toBe(true);
				expect(call.metadata === null || typeof call.metadata === 'object').toBe(true);
				expect(Array.isArray(call.metadata)).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});

	it('says of an empty object only that nothing is known', () => {
		const { event, call } = trigger.readEvent({});
		const { status, ...others } = call;
		expect(event).toEqual({ id: null, type: 'unknown', occurredAt: null });
		expect(status).toBe('unknown');
		expect(Object.values(others).every((value) => value === null)).toBe(true);
	});

	it('is not misled by names that every object inherits', () => {
		for (const name of ['constructor', 'toString', '__proto__', 'call.constructor']) {
			// Where the providers have the name of an event.
			const payloads = [
				{ event_type: name, state: name, event: { type: name } },
				{ event: name },
				{ type: name },
				{ message: { type: name } },
				{ data: { event_type: name } },
				{ category: name },
			];
			const events = payloads.map((payload) => trigger.readEvent(payload));
			expect(events.map(({ event }) => event.type)).toContainEqual(
				expect.stringMatching(new RegExp(`(?:^|\\.)${name.replace('.', '\\.')}$`)),
			);
			for (const { call } of events) expect(call.status).toBe('unknown');
		}
	});
});
