'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { currentInstant, elapsed } = require('../../nodes/delivery/credential/instant');
const { createKeptSecrets } = require('../../nodes/delivery/credential/keptSecrets');

const secret = (value) => [{ label: 'current', value }];

/** Frees what nothing holds any more. */
function collectGarbage() {
	setFlagsFromString('--expose_gc');
	runInNewContext('gc')();
}

afterEach(() => jest.restoreAllMocks());

test('what is kept for a place is there, and for no other', () => {
	const kept = createKeptSecrets();
	kept.reserve('a', currentInstant())?.(secret('first'));
	kept.reserve('b', currentInstant())?.(secret('second'));
	expect(kept.of('a')).toEqual(secret('first'));
	expect(kept.of('b')).toEqual(secret('second'));
	expect(kept.of('c')).toBeUndefined();
});

test('a reserved place has nothing yet, and is not reserved twice', () => {
	const kept = createKeptSecrets();
	const fill = kept.reserve('a', currentInstant());
	expect(kept.of('a')).toBeUndefined();
	expect(kept.reserve('a', currentInstant())).toBeUndefined();
	fill?.(secret('first'));
	expect(kept.of('a')).toEqual(secret('first'));
});

test('secrets that were read too long ago are not kept', () => {
	const kept = createKeptSecrets({ maxAge: 1000 });
	const { clock, uptime } = currentInstant();
	expect(kept.reserve('a', { clock: clock - 1000, uptime: uptime - 1000 })).toBeUndefined();
});

test('what was read before a change does not come back after it', () => {
	const kept = createKeptSecrets();
	const fill = kept.reserve('a', currentInstant());
	kept.forget('a');
	fill?.(secret('first'));
	expect(kept.of('a')).toBeUndefined();
});

test('only what has changed is dropped', () => {
	const kept = createKeptSecrets();
	kept.reserve('a', currentInstant())?.(secret('first'));
	kept.confirm('a', secret('first'));
	expect(kept.of('a')).toEqual(secret('first'));
	kept.confirm('a', secret('second'));
	expect(kept.of('a')).toBeUndefined();
	kept.reserve('a', currentInstant())?.(secret('first'));
	kept.confirm('a', undefined);
	expect(kept.of('a')).toBeUndefined();
});

test('where there is no room, nothing is kept until there is', () => {
	const kept = createKeptSecrets({ maxPlaces: 2 });
	const keep = (place) => kept.reserve(place, currentInstant())?.(secret(place));
	for (const place of ['a', 'b', 'c']) keep(place);
	expect(kept.of('a')).toEqual(secret('a'));
	expect(kept.of('c')).toBeUndefined();
	kept.forget('a');
	keep('c');
	expect(['a', 'b', 'c'].map((place) => kept.of(place)?.[0].value)).toEqual([undefined, 'b', 'c']);
});

test('nothing holds in memory what is kept no longer, although nobody asks', async () => {
	const kept = createKeptSecrets({ maxAge: 20 });
	let secrets = secret('first');
	const reference = new WeakRef(secrets);
	kept.reserve('a', currentInstant())?.(secrets);
	secrets = undefined;
	while (reference.deref() !== undefined) {
		await delay(10);
		collectGarbage();
	}
	expect(reference.deref()).toBeUndefined();
});

test('nothing holds in memory what has changed, before its time is over', async () => {
	const kept = createKeptSecrets({ maxAge: 600_000 });
	let secrets = secret('first');
	const reference = new WeakRef(secrets);
	kept.reserve('a', currentInstant())?.(secrets);
	secrets = undefined;
	kept.confirm('a', undefined);
	while (reference.deref() !== undefined) {
		await delay(10);
		collectGarbage();
	}
	expect(reference.deref()).toBeUndefined();
});

test('time passes by the clock that shows more of it', () => {
	const start = currentInstant();
	const shows = (clock, uptime) => {
		jest.spyOn(Date, 'now').mockReturnValue(start.clock + clock);
		jest.spyOn(performance, 'now').mockReturnValue(start.uptime + uptime);
		return elapsed(start);
	};
	expect(shows(5, 3)).toBe(5);
	expect(Math.round(shows(3, 5))).toBe(5);
	expect(shows(-1, 5)).toBe(Infinity);
});
