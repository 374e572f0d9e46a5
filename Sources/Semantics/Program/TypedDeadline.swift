/// What is done with deadlines.
package enum DeadlineOperation: Hashable, Sendable {
  /// Puts the date that is the argument into a deadline whose code lacks it.
  case withDate(base: Int64)
  /// The last day of a deadline, counted from a date: `截止(期限, 起: 日期)`.
  case due
}
