/** Version of the engine that findings name: the application's, whose changelog says what moved numbers. */
import packageJson from '../../../package.json' with { type: 'json' };

export const ENGINE_VERSION = packageJson.version;
