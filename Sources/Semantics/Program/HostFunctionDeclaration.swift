/// A function that the embedding program provides. A script calls it like one of its own; a
/// declaration of the same name in the script comes first.
package struct HostFunctionDeclaration: Hashable, Sendable {
  package let name: String
  /// Plain values or optional ones, as is the result.
  package let parameters: [Type]
  package let result: Type

  package init(name: String, parameters: [Type], result: Type) {
    self.name = name
    self.parameters = parameters
    self.result = result
  }
}
