/** An agent's ID in ElevenLabs' form. */
export const agentExample = 'agent_0123456789abcdef';

/** A phone number's ID in ElevenLabs' form. */
export const numberExample = 'phnum_0123456789abcdef';
