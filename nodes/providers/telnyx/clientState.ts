import type { IDataObject } from 'n8n-workflow';
import { parseObject } from '../../verification/json';
import { exactJson } from '../common/exactJson';

/**
 * What the caller of the API gave along as `client_state`, which Telnyx wants in base64: a JSON object
 * as it is, anything else as a text.
 */
export function clientState(encoded: string | null): IDataObject | null {
	if (encoded === null) return null;
	const bytes = Buffer.from(encoded, 'base64');
	return (
		(parseObject(bytes) as IDataObject | undefined) ?? { client_state: bytes.toString('utf8') }
	);
}

/** Metadata as Telnyx gives it back with the events of a call: JSON in base64. */
export function clientStateOf(metadata: IDataObject | undefined): string | undefined {
	return metadata && Buffer.from(exactJson(metadata)).toString('base64');
}
