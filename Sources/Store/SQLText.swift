/// Pieces of SQL that the SQL stores share.
package enum SQLText {
  /// Conditions joined by `AND` or `OR`, in parentheses that keep the tree flat: engines bound the
  /// depth of an expression, not its length.
  package static func joined(_ conditions: [String], by word: String) -> String {
    guard conditions.count > 2 else { return conditions.joined(separator: " \(word) ") }
    let middle = conditions.count / 2
    let left = joined(Array(conditions[..<middle]), by: word)
    let right = joined(Array(conditions[middle...]), by: word)
    return "(\(left)) \(word) (\(right))"
  }
}
