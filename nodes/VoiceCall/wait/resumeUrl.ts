import type { IExecuteFunctions } from 'n8n-workflow';
import { BadInput } from '../../providers/common/badInput';
import { isLocal } from '../../providers/common/webAddress';

/**
 * The address that wakes this execution, as a provider can reach it: over HTTPS. A local one will do where
 * the provider's API is at a local address as well: stand-ins, a gateway of one's own.
 *
 * @param address where the provider's requests go
 * @throws BadInput for one that the provider cannot reach
 */
export function resumeUrlOf(context: IExecuteFunctions, provider: string, address: string): string {
	const { $execution } = context.getWorkflowDataProxy(0) as { $execution?: Execution };
	const url = $execution?.resumeUrl;
	if (typeof url !== 'string' || !URL.canParse(url) || context.getExecutionId() === undefined) {
		throw new BadInput(
			'n8n gives this execution no address that could wake it.',
			'Save the workflow, and run it again.',
		);
	}
	const { protocol, host } = new URL(url);
	const advice =
		'Set WEBHOOK_URL to the public address of n8n, which starts with https://, and restart n8n.';
	if (isLocal(url)) {
		if (isLocal(address)) return url;
		throw new BadInput(
			`n8n knows itself as ${host}, where ${provider} cannot report the result.`,
			advice,
		);
	}
	if (protocol === 'https:') return url;
	throw new BadInput(
		`The address of n8n, ${host}, does not start with https://, so the result could be read and replayed on its way.`,
		advice,
	);
}

interface Execution {
	resumeUrl?: unknown;
}
