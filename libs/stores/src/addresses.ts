/** The address with the password put in, for the driver alone: it is never shown. */
export const withPassword = (address: string, password: string | undefined): string => {
  if (password === undefined) return address;
  const [, scheme = '', user = '', rest = ''] = /^([a-z+]+:\/\/)(?:([^/@]*)@)?(.*)$/.exec(address) ?? [];
  if (user === '') throw new Error(`a password needs a user: write ${scheme}user@${rest}`);
  return `${scheme}${user}:${encodeURIComponent(password)}@${rest}`;
};
