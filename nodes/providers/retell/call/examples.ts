/** An agent's ID in Retell's form. */
export const agentExample = 'oBeDLoLOeuAbiuaMFXRtDOLriTJ5tSxD';

/** A number of the workspace. */
export const numberExample = '+14155550100';
