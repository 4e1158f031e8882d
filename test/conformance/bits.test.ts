import { bits } from './attacks/bits';
import { expectRefusal } from './expectRefusal';
import { subjects } from './subject';

describe.each(subjects)('$id', (subject) => {
	describe('refuses a flipped bit', () => {
		it.each(bits(subject))('$name', (attack) => expectRefusal(subject, attack));
	});
});
