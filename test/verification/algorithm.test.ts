import { decodeStrictly } from '../../nodes/verification/algorithm';

it.each([
	['00ff', 'hex', 2, [0, 255]],
	['00FF', 'hex', 2, [0, 255]],
	['00ff', 'lower-hex', 2, [0, 255]],
	['00FF', 'lower-hex', 2, undefined],
	['00ff', 'hex', 1, undefined],
	['00ff', 'hex', 3, undefined],
	['00f', 'hex', 2, undefined],
	['0-ff', 'hex', 2, undefined],
	['-0ff', 'hex', 2, undefined],
	['00f-', 'hex', 2, undefined],
	['-0ff', 'lower-hex', 2, undefined],
	['00f-', 'lower-hex', 2, undefined],
	['AP8=', 'base64', 2, [0, 255]],
	['AP8', 'base64', 2, undefined],
	['AP9=', 'base64', 2, undefined],
	['AP8=', 'base64', 1, undefined],
	['AP8=', 'base64', 3, undefined],
	['AP8A', 'base64', 2, undefined],
	['AP8AAP8A', 'base64', 2, undefined],
	['_w==', 'base64', 1, undefined],
	['/w==', 'base64', 1, [255]],
] as const)('reads %j as %s of %i bytes strictly', (text, encoding, length, bytes) => {
	expect(decodeStrictly(text, encoding, length)).toEqual(bytes && Buffer.from(bytes));
});
