import { byFacts } from '../../../nodes/providers/common/repeat';

test('facts are joined as they are', () => {
	expect(byFacts('call.ended', 'c1', null).key).toBe('call.ended/c1/');
});

test.each([
	[byFacts('a/b', 'c'), byFacts('a', 'b/c')],
	[byFacts('a', 'b', null), byFacts('a', 'b/')],
	[byFacts('a', null, 'b'), byFacts('a', 'b', null)],
	[byFacts('a', 'b%2Fc'), byFacts('a', 'b/c')],
])('%j and %j are told apart', (one, other) => expect(one.key).not.toBe(other.key));
