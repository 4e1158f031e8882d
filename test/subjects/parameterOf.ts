import parameters from './parameters.json';

/** Reads the parameters that a node of the provider has in the tests, as its form would give them. */
export function parameterOf(id: string): (name: string) => unknown {
	const own: Record<string, unknown> = id in parameters ? parameters[id as 'custom'] : {};
	return (name) => own[name];
}
