import type { VFileMessage } from 'vfile-message';
import { readRegister, type RegisteredAddress, registerPath } from './address-register.ts';
import { type LinkStatus, linkStatusPath, readLinkStatus } from './link-status.ts';
import type { ContentFile } from './text-file.ts';

/** The files of the content folder that commands keep: the register of addresses and the state of links. */
export class KeptFiles {
  register: readonly RegisteredAddress[] = [];
  links: ReadonlyMap<string, LinkStatus> = new Map();
  readonly messages: VFileMessage[] = [];

  /** Takes a file in; tells whether it is one of these. */
  read(file: ContentFile): boolean {
    if (file.path === registerPath) {
      const { addresses, messages } = readRegister(file);
      this.register = addresses;
      this.messages.push(...messages);
      return true;
    }
    if (file.path !== linkStatusPath) return false;
    const { links, messages } = readLinkStatus(file);
    this.links = links;
    this.messages.push(...messages);
    return true;
  }
}
