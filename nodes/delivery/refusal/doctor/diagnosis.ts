import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Advice } from '../../../providers/common/advice';
import type { Delivery } from '../../../verification/delivery';
import type { RefusalReason } from '../responses';
import type { Proof } from '../../scheme';
import type { ProofSettings } from '../../proofSettings';

/** A refused delivery of a test run, with all that is known about it. */
export interface Patient {
	cause: { reason: RefusalReason; header?: string; problem?: Advice };
	headers?: Delivery['headers'];
	/** The address that n8n says the request came from. */
	sender?: string;
	/** Present when the refusal came after the credential was read. */
	evidence?: { delivery: Delivery; credential: ICredentialDataDecryptedObject };
	settings: ProofSettings;
	/** How requests to the URL in question are proved. */
	proof: Proof;
	/** Milliseconds since the epoch. */
	now: number;
}

/** What happened, and what to do about it. Never holds a secret, a signature or a body. */
export interface Diagnosis {
	message: string;
	description: string;
}
