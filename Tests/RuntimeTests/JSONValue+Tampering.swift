import Digest
import Source

/// Changes to a manifest, as somebody would make them who wants other objects to be drawn.
extension JSONValue {
  /// The members of an object.
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The paths of all values that are no objects or arrays with elements.
  var leaves: [[String]] {
    switch self {
    case .object(let members) where !members.isEmpty:
      members.flatMap { member in member.value.leaves.map { [member.name] + $0 } }
    case .array(let elements) where !elements.isEmpty:
      elements.enumerated().flatMap { index, value in value.leaves.map { [String(index)] + $0 } }
    default: [[]]
    }
  }

  static func text(_ path: [String]) -> String {
    path.reduce("") { text, part in
      Int(part) != nil ? text + "[\(part)]" : text.isEmpty ? part : text + "." + part
    }
  }

  /// Another value of the same kind at a path.
  func changing(_ path: [String]) -> JSONValue {
    guard let first = path.first else {
      return switch self {
      case .null: .object([])
      case .bool(let value): .bool(!value)
      case .integer(let number): .integer(number + 1)
      case .number(let digits): .number(digits + "1")
      case .string(let text): .string(text + "x")
      case .array, .object: .array(["x"])
      }
    }
    let rest = Array(path.dropFirst())
    switch self {
    case .object(let members):
      return .object(
        members.map { $0.name == first ? .init(first, $0.value.changing(rest)) : $0 })
    case .array(let elements):
      return .array(
        elements.enumerated().map { String($0) == first ? $1.changing(rest) : $1 })
    default: return self
    }
  }

  /// As somebody would write it who covers his tracks.
  func withOwnDigest() throws -> JSONValue {
    guard case .object(let members) = self else { return self }
    let others = members.filter { $0.name != "digest" }
    let digest = try SHA256.hex(of: JSONValue.object(others).text(.compact))
    return .object(others + [.init("digest", .string(digest))])
  }
}
