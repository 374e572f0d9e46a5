package import Quantities

/// Something wrong with a row of a file.
package struct RowProblem: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The record has too few or too many fields.
    case fieldCount(found: Int, expected: Int)
    case quoteInside
    case textAfterQuote
    /// The byte of the file, from 0, at which the text stops being UTF-8.
    case notUTF8(offset: Int)
    /// Empty, where the field has neither an optional type nor a value for missing ones.
    case missing
    case notBool
    case notInteger
    /// An integer beyond 64 bits.
    case integerOutOfRange
    case notDecimal
    /// A number of more than 38 digits.
    case tooManyDigits
    case notPercent
    /// Not written `2026-03-01`.
    case notDate
    /// Written as a date, but the calendar has no such day.
    case noSuchDay
    /// Not a member of the enumeration; the member that is most like it, if one is.
    case notMember(nearest: String?)
    case code(CodeFault)
    /// A key with a line feed or another control character.
    case controlCharacterInKey
    /// A text with U+0000.
    case nullCharacter
    /// A row with this key came before.
    case duplicateKey
  }

  /// The line of the file on which the field begins, or the record where no field is meant; from 1.
  package let line: Int
  /// The field's number in the record, from 1.
  package let column: Int?
  /// The field's name in the schema.
  package let field: String?
  /// The cell as it stands in the file, cut after 60 characters.
  package let value: String
  package let reason: Reason

  package init(line: Int, column: Int?, field: String?, value: String, reason: Reason) {
    self.line = line
    self.column = column
    self.field = field
    self.value = value
    self.reason = reason
  }

  /// Characters of a value that a problem shows.
  static let longestValue = 60

  static func shown(_ bytes: Span<UInt8>) -> String {
    let start = bytes.extracting(first: longestValue * 4)
    let text = String(decoding: start.indices.map { start[$0] }, as: UTF8.self)
    if start.count == bytes.count, text.count <= longestValue { return text }
    return text.prefix(longestValue) + "…"
  }
}
