package import Source

/// Rows of patterns against typed columns: a decision table, the arms of a match, the arms of a
/// sample.
package struct PatternMatrix: Sendable {
  /// A parameter of a table, a subject of a match, an expression a sample is stratified by.
  package struct Column: Sendable {
    /// How people know it: a parameter's name, or a subject as written.
    package let name: String
    package let type: Type
    /// Patterns that all values have that occur.
    package var domain: [TypedPattern] = []

    package init(name: String, type: Type) {
      self.name = name
      self.type = type
    }
  }

  package struct Row: Sendable {
    /// One for each column.
    package let patterns: [TypedPattern]
    /// Where the patterns are written. Empty for `否则` over several columns.
    package let cells: [Span]
    /// Where the result is written.
    package let result: Span
    package let span: Span

    package init(patterns: [TypedPattern], cells: [Span], result: Span, span: Span) {
      self.patterns = patterns
      self.cells = cells
      self.result = result
      self.span = span
    }
  }

  package let columns: [Column]
  package let rows: [Row]
  /// As in the program: columns refer to them by index.
  package let enumerations: [EnumerationDeclaration]
  /// Where the columns' domains come from, and the plan that says so.
  package var origin: (condition: Span, plan: Span)?

  package init(columns: [Column], rows: [Row], enumerations: [EnumerationDeclaration]) {
    self.columns = columns
    self.rows = rows
    self.enumerations = enumerations
  }
}
