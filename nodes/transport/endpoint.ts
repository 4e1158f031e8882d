import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../providers/common/action';
import { redactor } from './redact';
import type { Endpoint } from './send';

/** The endpoints of the connections, one for each credential, made when first needed. */
export function createEndpoints(context: IExecuteFunctions, timeout: number) {
	const endpoints = new Map<string, Promise<Endpoint>>();
	return async (connection: Connection): Promise<Endpoint> => {
		const { credentialType } = connection;
		const endpoint = endpoints.get(credentialType) ?? endpointOf(context, connection, timeout);
		endpoints.set(credentialType, endpoint);
		return await endpoint;
	};
}

/**
 * Where a connection's requests go, and what is cut out of the answers.
 *
 * @param timeout in milliseconds, for one request
 * @throws BadInput for a credential that no request can be sent with
 */
export async function endpointOf(
	context: Pick<IExecuteFunctions, 'getCredentials'>,
	connection: Connection,
	timeout: number,
): Promise<Endpoint> {
	const { credentialType } = connection;
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>(credentialType);
	const { address, secrets } = connection.access(credential);
	return { credentialType, address, timeout, redact: redactor(secrets) };
}

/** Whether to follow an address that the provider named: over HTTPS, or to where the provider itself is. */
export function isSafeTarget(target: string, { address }: Pick<Endpoint, 'address'>): boolean {
	if (!URL.canParse(target, address)) return false;
	const { origin, protocol } = new URL(target, address);
	return protocol === 'https:' || origin === new URL(address).origin;
}
