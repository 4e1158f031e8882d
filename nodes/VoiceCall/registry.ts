import { providers } from '../providers';
import type { ActionProvider, Connection, Operation } from '../providers/common/action';
import { BadInput } from '../providers/common/badInput';
import type { Provider } from '../providers/common/provider';
import { resourceOf } from './operations';

/** A provider that calls can be placed with. */
export type CallingProvider = Provider & { action: ActionProvider };

/** Every provider that calls can be placed with, by name. */
export const callingProviders: readonly CallingProvider[] = providers
	.filter((provider): provider is CallingProvider => provider.action !== undefined)
	.sort((a, b) => a.name.localeCompare(b.name));

/** A provider that the form offers. */
export type FormProvider = Provider;

/** Every provider that calls can be placed with or that live requests can be answered for, by name. */
export const formProviders: readonly FormProvider[] = providers
	.filter(({ action, trigger }) => action !== undefined || trigger.live !== undefined)
	.sort((a, b) => a.name.localeCompare(b.name));

/**
 * The provider and the connection with these IDs. Where a provider has one connection only, the
 * form does not ask for it.
 *
 * @throws BadInput for a provider that no form offers
 */
export function connectionOf(
	providerId: string,
	connectionId: string,
): { provider: CallingProvider; connection: Connection } {
	const provider = callingProviders.find(({ id }) => id === providerId);
	if (provider === undefined) {
		const known = callingProviders.map(({ id }) => id).join(', ');
		throw new BadInput(`There is no provider "${providerId}".`, `Use one of: ${known}.`);
	}
	const { connections } = provider.action;
	const connection = connections.find(({ id }) => id === connectionId) ?? connections[0];
	return { provider, connection };
}

/**
 * The operation with this name.
 *
 * @throws BadInput for one that the connection cannot do
 */
export function operationOf(
	connection: Connection,
	provider: CallingProvider,
	name: string,
	resource: string,
): Operation {
	const operation = connection.operations.find(
		(candidate) => candidate.name === name && resourceOf(candidate) === resource,
	);
	if (operation !== undefined) return operation;
	const known = connection.operations.map((candidate) => candidate.name).join(', ');
	throw new BadInput(
		`${provider.name} cannot do "${name}" by ${connection.name}.`,
		`Use one of: ${known}.`,
	);
}
