import type { Scheme } from './scheme';
import { schemeProblem } from './schemeProblem';

const sound = new WeakSet<Scheme>();

/**
 * A scheme that no setting changes. It is looked at here, once, and frozen with all that is in it, so that
 * it stays what it was found to be.
 */
export function fixedScheme<S extends Scheme>(scheme: S): S {
	freeze(scheme);
	if (schemeProblem(scheme) === undefined) sound.add(scheme);
	return scheme;
}

/** What is wrong with a scheme, see {@link schemeProblem}; a fixed one was looked at before. */
export function problemOfScheme(scheme: Scheme): string | undefined {
	return sound.has(scheme) ? undefined : schemeProblem(scheme);
}

function freeze(part: object): void {
	Object.freeze(part);
	for (const member of Object.values(part) as unknown[]) {
		if (member instanceof Object) freeze(member);
	}
}
