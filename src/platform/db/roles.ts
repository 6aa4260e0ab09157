/** Roles of the database: the owner lays tables, the application uses them and owns nothing. */
export const APPLICATION_ROLE = 'obektiv_app';
export const OWNER_ROLE = 'obektiv_owner';
