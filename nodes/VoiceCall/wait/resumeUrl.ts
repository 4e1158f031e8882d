import type { IExecuteFunctions } from 'n8n-workflow';
import { BadInput } from '../../providers/common/badInput';

const THIS_MACHINE = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * The address that wakes this execution, as a provider can reach it: over HTTPS. An n8n that knows itself
 * only as this machine will do where the provider's API is on this machine as well, as stand-ins are.
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
	const { protocol, host, hostname } = new URL(url);
	const advice =
		'Set WEBHOOK_URL to the public address of n8n, which starts with https://, and restart n8n.';
	if (THIS_MACHINE.test(hostname)) {
		if (THIS_MACHINE.test(new URL(address).hostname)) return url;
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
