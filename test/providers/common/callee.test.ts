import { numberOrSipAddress, sipAddress } from '../../../nodes/providers/common/sipAddress';

describe('who is called', () => {
	test.each([
		['+1 415-555-0123', '+14155550123'],
		[' sip:alex@sip.telnyx.com ', 'sip:alex@sip.telnyx.com'],
		[
			'SIPS:+14155550123@trunk.example.com;secure=srtp',
			'SIPS:+14155550123@trunk.example.com;secure=srtp',
		],
	])('%j is sent as %j', (entered, sent) => {
		expect(numberOrSipAddress(entered, 'To')).toBe(sent);
	});

	test.each([
		['', 'To is empty.'],
		[undefined, 'To is empty.'],
		['sip:', 'To is not a SIP address.'],
		['sip:alex', 'To is not a SIP address.'],
		['sip:a@b@c', 'To is not a SIP address.'],
		['sip:alex smith@example.com', 'To is not a SIP address.'],
		['sip:alex@exa\u200bmple.com', 'To is not a SIP address.'],
		['sip:аlex@example.com', 'To is not a SIP address.'],
		['alex@example.com', 'To is not a phone number: "alex@example.com".'],
	])('%j is refused', (entered, message) => {
		expect(() => numberOrSipAddress(entered, 'To')).toThrow(message);
	});

	test.each([
		['', 'To is empty.'],
		['+14155550123', 'To is not a SIP address.'],
	])('%j is no SIP address', (entered, message) => {
		expect(() => sipAddress(entered, 'To')).toThrow(message);
	});
});
