/** What to do about a refusal, by its HTTP status, where the provider's own code of it says nothing more. */
export function remedy(status: number): string {
	if (status === 401) return 'Check the credential: it was not accepted.';
	if (status === 402) return 'Check the credits and the plan of the account.';
	if (status === 403)
		return 'Check what the credential may do: its scopes, workspace and plan do not allow this.';
	if (status >= 300 && status < 400)
		return 'The address answers with a redirect, which is not followed. Check the address in the credential.';
	if (status === 407)
		return 'The proxy between n8n and the provider wants to be signed in to: check the proxy settings of n8n.';
	if (status === 404 || status === 405) return 'Check the address in the credential and the IDs.';
	return 'Check the fields of the node.';
}
