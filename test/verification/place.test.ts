import { MAX_PIECES, piecesAt, textAt } from '../../nodes/verification/place';
import type { Place } from '../../nodes/verification/scheme';
import { refuse } from '../../nodes/verification/verdict';

/** What a place says of the header's value. */
type Within = Omit<Place, 'header'>;

const malformed = refuse('signature-malformed', 'x-a');
const pieces = (value: string, place: Within) =>
	piecesAt({ 'x-a': [value] }, { header: 'x-a', ...place }, 'signature-malformed');
const text = (value: string, place: Within) =>
	textAt({ 'x-a': [value] }, { header: 'x-a', ...place }, 'signature-malformed');

it.each<[string, string, Within, string[]]>([
	['a whole value', 'a,b', {}, ['a,b']],
	['what follows a prefix', 'v1=a', { prefix: 'v1=' }, ['a']],
	['nothing after a prefix', 'v1=', { prefix: 'v1=' }, ['']],
	['the pieces of a list', 'a,b', { list: ',' }, ['a', 'b']],
	['one piece', 'a', { list: ',' }, ['a']],
	['the pieces that have the name', 't=1,v1=a,v0=b,v1=c', { list: ',', prefix: 'v1=' }, ['a', 'c']],
	['pieces parted by blanks', 'v1,a v1,b', { list: ' ', prefix: 'v1,' }, ['a', 'b']],
])('reads %s', (_name, value, place, expected) => {
	expect(pieces(value, place)).toEqual(expected);
	expect(text(value, place)).toEqual(expected.length === 1 ? expected[0] : malformed);
});

it.each<[string, string, Within]>([
	['another prefix', 'v2=a', { prefix: 'v1=' }],
	['a prefix in the middle', 'a v1=b', { prefix: 'v1=' }],
	['no piece with the name', 't=1,v0=b', { list: ',', prefix: 'v1=' }],
	['an empty piece', 'v1=a,', { list: ',', prefix: 'v1=' }],
	['an empty piece at the start', ',v1=a', { list: ',', prefix: 'v1=' }],
	['an empty piece of another name', 'v1=a,,t=1', { list: ',', prefix: 'v1=' }],
	['a blank before a piece', 'v1=a, t=1', { list: ',', prefix: 'v1=' }],
	['a blank after a piece', 't=1 ,v1=a', { list: ',', prefix: 'v1=' }],
])('refuses %s', (_name, value, place) => {
	expect(pieces(value, place)).toEqual(malformed);
	expect(text(value, place)).toEqual(malformed);
});

it('counts all pieces, whatever their names', () => {
	const most = `v1=a${',t=1'.repeat(MAX_PIECES - 1)}`;
	expect(pieces(most, { list: ',', prefix: 'v1=' })).toEqual(['a']);
	expect(pieces(`${most},t=1`, { list: ',', prefix: 'v1=' })).toEqual(malformed);
});

it.each([
	['missing', undefined, 'header-missing'],
	['missing', [], 'header-missing'],
	['empty', [''], 'header-missing'],
	['there twice', ['a', 'a'], 'header-repeated'],
])('refuses a header that is %s: %j', (_name, values, reason) => {
	const places: Within[] = [{}, { prefix: 'a' }, { list: ',' }, { list: ',', prefix: 'a' }];
	for (const place of places) {
		const at = { header: 'x-a', ...place };
		const refusal = { ok: false, reason, header: 'x-a' };
		expect(piecesAt({ 'x-a': values }, at, 'signature-malformed')).toEqual(refusal);
		expect(textAt({ 'x-a': values }, at, 'signature-malformed')).toEqual(refusal);
	}
});
