import Quantities
import Store

/// A value that is bound to a statement's placeholder, in binary format.
struct Parameter {
  /// The type's number in `pg_type`.
  let type: UInt32
  /// Nil for NULL.
  let bytes: [UInt8]?

  static func text(_ text: String?) -> Parameter {
    Parameter(type: 25, bytes: text.map { Array($0.utf8) })
  }

  static func bytes(_ bytes: [UInt8]) -> Parameter { Parameter(type: 17, bytes: bytes) }

  static func integer(_ value: Int64) -> Parameter {
    let bits = UInt64(bitPattern: value)
    return Parameter(
      type: 20,
      bytes: (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) })
  }

  static func integer(_ value: Int) -> Parameter { integer(Int64(value)) }

  static func decimal(_ value: Decimal) -> Parameter {
    var bytes: [UInt8] = []
    Wire.appendNumeric(value.description.utf8.span, to: &bytes)
    return Parameter(type: 1_700, bytes: bytes)
  }

  /// An array of values of one kind.
  static func array(_ kind: WireKind, _ values: [Parameter]) -> Parameter {
    var bytes: [UInt8] = []
    // Dimensions, whether there are NULLs, the type of the elements, how many, the first one's index.
    let numbers = [values.isEmpty ? 0 : 1, 1, Int(kind.type)]
    for number in values.isEmpty ? numbers : numbers + [values.count, 1] {
      Wire.appendLong(number, to: &bytes)
    }
    for value in values {
      Wire.appendLong(value.bytes?.count ?? -1, to: &bytes)
      bytes += value.bytes ?? []
    }
    return Parameter(type: kind.arrayType, bytes: bytes)
  }
}

extension Parameter {
  /// A value of a row.
  init(_ value: RowValue) {
    self =
      switch value {
      case .integer(let value): .integer(value)
      case .decimal(let value): .decimal(value)
      case .text(let text): .text(text)
      }
  }
}

/// A name as SQL writes it, whatever it looks like.
func quoted(_ name: String) -> String { doubled(name, "\"") }

/// A text as SQL writes it, for the few places where no value can be bound.
func literal(_ text: String) -> String { doubled(text, "'") }

/// A text between quotes, each quote in it twice. Quotes are looked for among the scalars: for a
/// `Character` a quote with an accent is another one, for the server it is not.
private func doubled(_ text: String, _ quote: Unicode.Scalar) -> String {
  var result = String.UnicodeScalarView([quote])
  for scalar in text.unicodeScalars {
    if scalar == quote { result.append(quote) }
    result.append(scalar)
  }
  result.append(quote)
  return String(result)
}
