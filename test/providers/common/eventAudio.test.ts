import { audioIn } from '../../../nodes/providers/common/eventAudio';

const sound = Buffer.from([0x49, 0x44, 0x33, 0xff, 0xfb, 0x90, 0x00, 0x01]);
const text = sound.toString('base64');
const path = ['data', 'full_audio'] as const;

it('takes the bytes out, and leaves all else as it is', () => {
	const payload = { type: 'audio', data: { id: 'c_1', full_audio: text } };
	expect(audioIn(payload, { path })).toEqual({
		content: sound,
		rest: { type: 'audio', data: { id: 'c_1' } },
	});
	expect(payload).toEqual({ type: 'audio', data: { id: 'c_1', full_audio: text } });
});

it('finds it at the top as well as further in', () => {
	expect(audioIn({ a: text, b: 1 }, { path: ['a'] })).toEqual({ content: sound, rest: { b: 1 } });
	expect(audioIn({ a: { b: { c: text } } }, { path: ['a', 'b', 'c'] })).toEqual({
		content: sound,
		rest: { a: { b: {} } },
	});
});

it('reads base64 with line breaks, and without padding', () => {
	const lines = text.replaceAll(/(.{4})/g, '$1\r\n');
	for (const written of [lines, text.replace(/=+$/, '')]) {
		expect(audioIn({ a: written }, { path: ['a'] })?.content).toEqual(sound);
	}
});

it('reads some megabytes', () => {
	const long = Buffer.alloc(12 * 2 ** 20, 7);
	const found = audioIn({ a: long.toString('base64') }, { path: ['a'] });
	expect(found?.content.equals(long)).toBe(true);
});

it.each([
	['nothing', {}],
	['empty text', { data: { full_audio: '' } }],
	['what is not base64', { data: { full_audio: 'https://example.com/a.mp3' } }],
	['a number', { data: { full_audio: 17 } }],
	['a list', { data: { full_audio: [text] } }],
	['an object', { data: { full_audio: { text } } }],
	['text where an object should be', { data: text }],
	['a list where an object should be', { data: [{ full_audio: text }] }],
	['null', { data: null }],
])('leaves %s alone', (_, payload) => {
	expect(audioIn(payload, { path })).toBeUndefined();
});

it('takes nothing that an object inherits', () => {
	expect(audioIn({}, { path: ['constructor', 'name'] })).toBeUndefined();
});
