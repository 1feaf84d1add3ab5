/** A reason not to build that its words tell whole. */
export class BuildRefusal extends Error {
  override readonly name = 'BuildRefusal';
}
