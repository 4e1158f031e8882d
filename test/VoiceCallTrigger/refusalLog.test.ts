import type { IDataObject } from 'n8n-workflow';
import { forgetLines, logAtMostOncePerSecond } from '../../nodes/delivery/refusal/log';

/** Logs one line for each of the times, and tells which ones were written. */
function flood(node: string, reason: string, times: number[]) {
	const written: Array<[time: number, fields: IDataObject]> = [];
	for (const time of times) {
		logAtMostOncePerSecond(node, reason, time, (fields) => written.push([time, fields]));
	}
	return written;
}

test('a flood is thinned out to a line per second, with the number left out', () => {
	const times = Array.from({ length: 300 }, (_, index) => index * 10);
	expect(flood('flooded', 'header-missing', times)).toEqual([
		[0, {}],
		[1000, { suppressed: 99 }],
		[2000, { suppressed: 99 }],
	]);
});

test('nodes and reasons do not silence each other', () => {
	expect(flood('one', 'header-missing', [0])).toHaveLength(1);
	expect(flood('one', 'signature-mismatch', [0])).toHaveLength(1);
	expect(flood('two', 'header-missing', [0])).toHaveLength(1);
	expect(flood('two', 'header-missing', [0])).toHaveLength(0);
});

test('a clock that is set back does not silence anything', () => {
	expect(flood('back', 'header-missing', [5000, 4000])).toHaveLength(2);
});

test('a node that is forgotten starts anew, others do not', () => {
	flood('gone', 'header-missing', [0, 1]);
	flood('gone/too', 'header-missing', [0]);
	flood('gone2', 'header-missing', [0]);
	forgetLines('gone');
	expect(flood('gone', 'header-missing', [2])).toEqual([[2, {}]]);
	expect(flood('gone2', 'header-missing', [2])).toEqual([]);
});

test('however many nodes are refused, the memory stays in its bounds', () => {
	flood('first', 'header-missing', [0]);
	for (let node = 0; node < 1000; node += 1) flood(`node ${node}`, 'header-missing', [0]);
	// The oldest gave way, so its next line is written although no second has passed.
	expect(flood('first', 'header-missing', [1])).toHaveLength(1);
});
