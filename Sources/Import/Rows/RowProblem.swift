package import Quantities

/// Something wrong with a row of a file.
package struct RowProblem: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The record has too few or too many fields.
    case fieldCount(found: Int, expected: Int)
    case quoteInside
    case textAfterQuote
    /// The byte of the file, from 0, at which the text stops being in the file's encoding.
    case undecodable(offset: Int)
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
    /// Not written `2026-03-01` or in another way whose year comes first.
    case notDate
    /// A date whose year is not the first number, so that day and month may be either way round.
    case ambiguousDate
    /// A day with a time that is not midnight.
    case timeOfDay
    /// A comma that may stand for thousands, or for a decimal point.
    case ambiguousComma
    /// A number above 1 without a percent sign.
    case ambiguousPercent
    /// A truth value, or a number that is shown as something else, where a text is wanted.
    case notText
    /// A cell that a spreadsheet shows as a date, in a field of something else.
    case dateCell
    /// A number that may be the serial number of a day, but is not shown as one.
    case dateNumber
    /// More digits than a spreadsheet keeps, where each one counts.
    case digitsLost
    /// An error of a spreadsheet, such as `#N/A`.
    case errorValue
    case formulaWithoutValue
    /// A JSON array or object.
    case nestedValue
    /// A name that stands twice in a JSON object.
    case doubledMember(String)
    /// The line is no JSON object; where it stops being one, from 1.
    case notObject(byte: Int)
    /// Cells merged into one, of which only the first has a value.
    case mergedCells(String)
    /// Written as a date, but the calendar has no such day.
    case noSuchDay
    /// Not a member of the enumeration; the member that is most like it, if one is, and all where
    /// they are few.
    case notMember(nearest: String?, members: [String])
    case code(CodeFault)
    /// A key with a line feed or another control character.
    case controlCharacterInKey
    /// A text with U+0000.
    case nullCharacter
    /// A row with this key came before.
    case duplicateKey
  }

  /// The line of the file, or the row of the sheet, in which the field begins, or the record where no
  /// field is meant; from 1.
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
