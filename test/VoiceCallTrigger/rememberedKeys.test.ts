import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import {
	MAX_REMEMBERED_KEYS,
	readRemembered,
	writeRemembered,
} from '../../nodes/VoiceCallTrigger/duplicates/staticData';

const digest = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
const keys = fc.array(fc.tuple(digest, seconds), { maxLength: MAX_REMEMBERED_KEYS });

test('what is written is read again, to the second', () => {
	fc.assert(
		fc.property(keys, fc.nat({ max: 999 }), (seen, milliseconds) => {
			const staticData: IDataObject = {};
			writeRemembered(
				staticData,
				'writer',
				seen.map(([key, at]) => [key, at * 1000 + milliseconds] as const),
			);
			const remembered = readRemembered(JSON.parse(JSON.stringify(staticData)) as IDataObject);
			expect(remembered.writer).toBe(seen.length > 0 ? 'writer' : '');
			expect(remembered.keys).toEqual(seen.map(([key, at]) => [key, at * 1000]));
		}),
	);
});

test('the newest are kept, and no more than that', () => {
	const staticData: IDataObject = { other: 'untouched' };
	const seen = Array.from({ length: 250 }, (_, index) => [`key${index}`, index * 1000] as const);
	writeRemembered(staticData, 'writer', seen);
	const kept = readRemembered(staticData).keys;
	expect(kept).toHaveLength(MAX_REMEMBERED_KEYS);
	expect(kept[0]).toEqual(['key50', 50_000]);
	expect(staticData.other).toBe('untouched');
	expect(JSON.stringify(staticData).length).toBeLessThan(10_000);
});

test.each([
	['nothing', {}],
	['something else', { seenDeliveries: { a: 1 } }],
	['an empty text', { seenDeliveries: '' }],
	['entries without a time', { seenDeliveries: 'abc def@ @1 ghi@!' }],
])('static data with %s holds no keys', (_, staticData) => {
	expect(readRemembered(staticData as IDataObject).keys).toEqual([]);
});

test('whatever static data holds, reading does not throw', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (seenDeliveries) => {
			const staticData = { seenDeliveries } as IDataObject;
			expect(Array.isArray(readRemembered(staticData).keys)).toBe(true);
		}),
	);
});
