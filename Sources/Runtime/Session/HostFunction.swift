package import Semantics

/// A type of what a host function takes and gives.
public indirect enum HostType: Hashable, Sendable {
  case bool
  case integer
  case decimal
  case percent
  case text
  case date
  case optional(HostType)

  /// The type in the language.
  package var type: Type {
    switch self {
    case .bool: .bool
    case .integer: .integer
    case .decimal: .decimal
    case .percent: .percent
    case .text: .text
    case .date: .date
    case .optional(let wrapped): .optional(wrapped.type)
    }
  }

  /// Whether a value is one of the type.
  func has(_ value: Value) -> Bool {
    switch (self, value) {
    case (.optional, .none): true
    case (.optional(let wrapped), _): wrapped.has(value)
    case (.bool, .bool), (.integer, .integer), (.decimal, .decimal), (.percent, .decimal),
      (.text, .text), (.date, .date):
      true
    default: false
    }
  }
}

/// A function that the embedding program lends to its scripts.
///
/// It should be pure: how often it is called, and in which order, is nobody's promise. A draw that
/// needs it cannot be verified from its manifest alone.
public struct HostFunction: Sendable {
  public let name: String
  public let parameters: [HostType]
  public let result: HostType
  /// Gets one value for each parameter, of its type. What it throws ends the run.
  public let body: @Sendable ([Value]) throws -> Value

  public init(
    _ name: String, parameters: [HostType], result: HostType,
    body: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  package var declaration: HostFunctionDeclaration {
    HostFunctionDeclaration(
      name: name, parameters: parameters.map(\.type), result: result.type)
  }
}
